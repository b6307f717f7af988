import { RecordDifference } from '@rapporteur/ui/record-difference';
import { word } from '@rapporteur/ui/words';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { text } from '../../../../../i18n/text';
import { attempt } from '../../../../attempt';
import { ProblemNotice, Unread } from '../../../../problem-notice';
import { desk, meOf } from '../../../../session';
import { Fold } from '../../../../forms/fold';
import { Bar } from '../../../../shell/bar';
import { isCommand } from '../commands';
import { afterIn, Comments } from '../comments';
import { Decide } from '../decide';
import { openReleases } from '../../../releases/open';
import { Timing } from '../timing';
import { wayTo, wayToRecord } from '../way';
import { idsIn } from '../ids-in';
import { Effects } from './effects';
import { WholePage } from './whole-page';

const t = text('review');

export const metadata: Metadata = { title: t('readers.title') };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What readers will see change once the open version is published, and the decision about it. */
export default async function ReviewPage({ params, searchParams }: Props) {
  const [{ id }, query, { call }, me] = await Promise.all([params, searchParams, desk(), meOf()]);
  const answer = await attempt(() => call.record.get({ id }));
  if (!answer.ok && (answer.problem.code === 'not_found' || answer.problem.code === 'invalid_input')) notFound();
  const newest = answer.ok ? answer.value.revisions[0] : undefined;
  if (!answer.ok || newest === undefined) {
    return (
      <main id="main" tabIndex={-1}>
        <h1>{t('readers.title')}</h1>
        {!answer.ok && <ProblemNotice problem={answer.problem} />}
      </main>
    );
  }
  const { record, shown } = answer.value;
  const [rehearsed, threads, dependants, status, releases, colleagues, named] = await Promise.all([
    attempt(() => call.publication.preview({ id, revision: newest.number })),
    attempt(() => call.comment.list({ id, after: afterIn(query) })),
    attempt(() => call.publication.dependants({ id, limit: 20 })),
    attempt(() => call.publication.status({ id })),
    openReleases(),
    attempt(() => call.work.colleagues({})),
    attempt(() => call.reference.named({ ids: idsIn(record.kind, shown) })),
  ]);
  const outcome = typeof query['done'] === 'string' && isCommand(query['done']) ? query['done'] : undefined;
  const target = { id, version: record.lockVersion };
  return (
    <>
      <Bar way={[wayTo(record.kind), wayToRecord(id, newest.title)]} here={t('readers.title')}>
        <span className="tag">
          {t('versionInState', { number: newest.number, state: text('shell')(`state.${newest.state}`) })}
        </span>
      </Bar>
      <div className="review">
        <main id="main" tabIndex={-1} className="review-main">
          {outcome !== undefined && (
            <p className="outcome" role="status">
              {t(`done.${outcome}`)}
            </p>
          )}
          {rehearsed.ok ? (
            <>
              <section className="sheet" aria-labelledby="changes">
                <h2 id="changes">{t('readers.title')}</h2>
                {rehearsed.value.notice !== null && (
                  <p>
                    <strong>{word(rehearsed.value.notice.action)}:</strong>{' '}
                    {rehearsed.value.notice.note ?? t('readers.noNote')}
                  </p>
                )}
                {rehearsed.value.diff === null ? (
                  <>
                    <p>{t('readers.first')}</p>
                    <WholePage record={rehearsed.value.after} />
                  </>
                ) : (
                  <>
                    <RecordDifference diff={rehearsed.value.diff} />
                    <Fold title={t('readers.whole')}>
                      <WholePage record={rehearsed.value.after} />
                    </Fold>
                  </>
                )}
              </section>
              <Effects preview={rehearsed.value} dependants={dependants.ok ? dependants.value : null} />
            </>
          ) : (
            <ProblemNotice problem={rehearsed.problem} />
          )}
        </main>
        <aside className="review-side" aria-label={t('decide')}>
          <Unread reads={[status, dependants, colleagues, named]} />
          <Decide
            desked={answer.value}
            newest={newest}
            me={me}
            colleagues={colleagues.ok ? colleagues.value.items : []}
            waitsFor={named.ok ? named.value.items.filter(({ live }) => !live) : []}
          />
          {status.ok && (
            <Timing
              status={status.value}
              newest={newest}
              target={target}
              may={(action) => me.may.includes(action)}
              releases={releases}
              page="review"
              now={new Date()}
            />
          )}
          <Comments read={threads} target={target} number={newest.number} page="review" />
        </aside>
      </div>
    </>
  );
}
