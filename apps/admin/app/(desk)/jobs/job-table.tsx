import type { Me } from '@rapporteur/api/admin/desk-views';
import { jobNames, type JobName, type JobView } from '@rapporteur/domain/job-views';
import { text } from '../../../i18n/text';
import { ActionForm } from '../../forms/action-form';
import { atTime } from '../../wording';
import { giveUp, tryAgain } from './actions';

const t = text('job');

/** The key of its words: a dot would lead into another message. */
type KeyOf<Name extends JobName> = Name extends `${infer Area}.${infer Act}` ? `${Area}_${Act}` : never;

/** What a job does; one that an older version of the program left is called as the queue calls it. */
function wordsFor(name: string): string {
  const known = jobNames.find((each) => each === name);
  return known === undefined ? name : t(`names.${known.replace('.', '_') as KeyOf<typeof known>}`);
}

interface Props {
  state: JobView['state'];
  items: readonly JobView[];
  may: Me['may'];
}

/** Jobs in one state, each with the reason why it failed last, and what may be done with those that are parked. */
export function JobTable({ state, items, may }: Props) {
  if (items.length === 0) return <p className="hint">{t(`list.none.${state}`)}</p>;
  return (
    <table className="people">
      <caption className="vh">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('list.what')}</th>
          <th scope="col">{t('list.reason')}</th>
          <th scope="col">{t('list.tried')}</th>
          {state === 'parked' && <th scope="col">{t('list.change')}</th>}
        </tr>
      </thead>
      <tbody>
        {items.map((job) => (
          <tr key={job.id}>
            <th scope="row">
              {wordsFor(job.name)} <span className="hint">{t('list.number', { id: job.id })}</span>
            </th>
            <td>{job.lastError ?? <span className="hint">{t('list.noReason')}</span>}</td>
            <td>
              {t('list.tries', { attempts: job.attempts, maxAttempts: job.maxAttempts })}{' '}
              <span className="hint">
                {t.rich(state === 'retrying' || state === 'waiting' ? 'list.runs' : 'list.added', {
                  at: () => <When at={state === 'retrying' || state === 'waiting' ? job.runAt : job.createdAt} />,
                })}
              </span>
            </td>
            {state === 'parked' && (
              <td>
                <Acts {...job} may={may} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const When = ({ at }: { at: string }) => <time dateTime={at}>{atTime(at)}</time>;

function Acts({ id, name, may }: JobView & { may: Me['may'] }) {
  const what = wordsFor(name);
  return (
    <div className="acts">
      {may.includes('job.retry') && (
        <ActionForm
          action={tryAgain}
          button={t('list.again')}
          label={t('list.againOne', { what, id })}
          hidden={{ id }}
        />
      )}
      {may.includes('job.manage') && (
        <ActionForm
          action={giveUp}
          button={t('list.drop')}
          label={t('list.dropOne', { what, id })}
          hidden={{ id }}
          look="bad"
        />
      )}
    </div>
  );
}
