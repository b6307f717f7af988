import type { Me } from '@rapporteur/api/admin/desk-views';
import { kindNames } from '@rapporteur/domain/kinds';
import type { ReleaseCheck, ReleaseView } from '@rapporteur/domain/release-views';
import { fieldName, sentence, word } from '@rapporteur/ui/words';
import { text } from '../../../../i18n/text';
import { ActionForm } from '../../../forms/action-form';
import { Icon } from '../../../shell/desk-icon';
import { takeOut } from '../actions';

const t = text('release');

type Checked = ReleaseCheck['items'][number];

interface Props {
  release: ReleaseView;
  check: ReleaseCheck | null;
  me: Me;
}

/** The records of a release: what readers see change of each, and what still hinders it. */
export function Records({ release, check, me }: Props) {
  const { id, items, state, lockVersion } = release;
  const waits = state === 'open' || state === 'scheduled';
  const checked = new Map(check?.items.map((item) => [item.id, item]));
  const mayTakeOut = state === 'open' && me.may.includes('release.manage');
  return (
    <section className="sheet sheet--list" aria-labelledby="records">
      <h2 id="records">{t(waits ? 'page.waits' : 'page.held')}</h2>
      {items.length === 0 && (
        <div className="notice">
          <h3>{t('page.none')}</h3>
          <p>{t('page.noneText')}</p>
          <a className="button" href="/?view=all&state=approved">
            {t('page.toQueue')}
          </a>
        </div>
      )}
      <ul className="release-items">
        {items.map((item) => {
          const found = checked.get(item.id);
          return (
            <li key={item.id}>
              <div>
                <p className="release-title">
                  <Icon name={`i-${item.kind}`} />
                  <a href={`/records/${item.id}`}>{item.title}</a>
                </p>
                <p className="hint">
                  {kindNames[item.kind].singular}.{' '}
                  {t('page.version', { number: item.revisionNumber, state: text('shell')(`state.${item.state}`) })}
                </p>
              </div>
              {found !== undefined && <Change item={found} title={item.title} />}
              {found !== undefined && <Faults faults={found.faults} />}
              {mayTakeOut && (
                <ActionForm
                  action={takeOut}
                  button={t('page.takeOut')}
                  label={t('page.takeOutOf', { title: item.title })}
                  hidden={{ id, version: String(lockVersion), record: item.id }}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What readers see change of one record, in a line; all of it is on its review page. */
function Change({ item: { id, from, change, note, count, fields }, title }: { item: Checked; title: string }) {
  return (
    <div>
      <p>{from === null ? t('page.first') : t('page.changed', { change: word(change), count })}</p>
      {from !== null && note !== null && <p className="said">{note}</p>}
      {fields.length > 0 && (
        <p className="hint">
          {fields.map((field) => (field === '/citations' ? t('page.passages') : fieldName(field))).join(', ')}
        </p>
      )}
      <p>
        <a href={`/records/${id}/review`} aria-label={t('page.seeOf', { title })}>
          {t('page.see')}
        </a>
      </p>
    </div>
  );
}

/** What hinders one record. */
function Faults({ faults }: { faults: Checked['faults'] }) {
  if (faults.length === 0) {
    return (
      <p className="release-ready">
        <Icon name="i-check" /> {t('page.nothing')}
      </p>
    );
  }
  return (
    <ul className="release-faults" aria-label={t('page.hinders')}>
      {faults.map(({ path, message }) => (
        <li key={`${path} ${message}`}>
          <Icon name="i-warn" />
          <span>
            {path === '' ? (
              sentence(message)
            ) : (
              <>
                <strong>{fieldName(path)}</strong> {message}
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
