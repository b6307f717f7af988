import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { attempt } from '../../../attempt';
import { ProblemNotice, Unread } from '../../../problem-notice';
import { desk } from '../../../session';
import { Bar, MadeBy } from '../../../shell/bar';
import { versionIn } from './version-in';
import { wayTo } from './way';
import { text } from '../../../../i18n/text';
import { atTime } from '../../../wording';
import { isCommand } from './commands';
import { afterIn, Comments } from './comments';
import { Decide } from './decide';
import { isDecidedOn } from './edit/open';
import { Dependants } from './dependants';
import { Evidence } from './evidence';
import { Fields } from './fields';
import { Audit, Revisions } from './past';
import { Previews } from './previews';
import { Timing } from './timing';
import { Work } from './work';
import { openReleases } from '../../releases/open';
import { Translations } from './translations';
import { idsIn } from './ids-in';

const t = text('editor');
const review = text('review');

export const metadata: Metadata = { title: t('record') };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function RecordPage({ params, searchParams }: Props) {
  const [{ id }, query, { call }] = await Promise.all([params, searchParams, desk()]);
  const number = versionIn(query['revision']);
  const before = versionIn(query['before']);
  const [answer, who, older, status, threads, previews, releases, colleagues, translations, dependants] =
    await Promise.all([
      attempt(() => call.record.get(number === null ? { id } : { id, number })),
      attempt(() => call.user.me({})),
      before === null ? null : attempt(() => call.record.revisions({ id, before })),
      attempt(() => call.publication.status({ id })),
      attempt(() => call.comment.list({ id, after: afterIn(query) })),
      attempt(() => call.preview.list({ id })),
      openReleases(),
      attempt(() => call.work.colleagues({})),
      attempt(() => call.translation.list({ id })),
      attempt(() => call.publication.dependants({ id, limit: 20 })),
    ]);
  if (!answer.ok && (answer.problem.code === 'not_found' || answer.problem.code === 'invalid_input')) notFound();
  if (!answer.ok || !who.ok) {
    return (
      <main id="main" tabIndex={-1}>
        <h1>{t('record')}</h1>
        {!answer.ok && <ProblemNotice problem={answer.problem} />}
        {!who.ok && <ProblemNotice problem={who.problem} />}
      </main>
    );
  }
  const desked = answer.value;
  const { record, shown } = desked;
  const newest = desked.revisions[0];
  if (newest === undefined) notFound();
  const listed = older?.ok ? older.value : { items: desked.revisions, next: desked.moreRevisions };
  const named = await attempt(() => call.reference.named({ ids: idsIn(record.kind, shown) }));
  const titles = new Map(named.ok ? named.value.items.map(({ id: name, title }) => [name, title]) : []);
  const outcome = typeof query['done'] === 'string' && isCommand(query['done']) ? query['done'] : undefined;
  const target = { id: record.id, version: record.lockVersion };
  const may = (action: (typeof who.value.may)[number]) => who.value.may.includes(action);
  const now = new Date();
  const underway = newest.state !== 'live' && newest.state !== 'withdrawn' && newest.state !== 'discarded';
  return (
    <>
      <Bar way={[wayTo(record.kind)]} here={newest.title}>
        <span className="tag">
          {review('versionInState', { number: shown.number, state: text('shell')(`state.${shown.state}`) })}
        </span>
        <MadeBy>
          {review.rich('by', {
            author: shown.author,
            at: atTime(shown.createdAt),
            time: (words) => <time dateTime={shown.createdAt}>{words}</time>,
          })}
        </MadeBy>
        {may('record.save') && record.mergedIntoId === null && !isDecidedOn(newest) && (
          <a className="button" href={`/records/${record.id}/edit`}>
            {review('edit')}
          </a>
        )}
      </Bar>
      <div className="review">
        <main id="main" tabIndex={-1} className="review-main">
          {outcome !== undefined && (
            <p className="outcome" role="status">
              {review(`done.${outcome}`)}
            </p>
          )}
          <section className="sheet" aria-labelledby="text">
            <h2 id="text">{t('says')}</h2>
            <Fields
              kind={record.kind}
              content={shown.content}
              citations={shown.citations}
              titles={titles}
              missing={shown.number === newest.number ? desked.missingEvidence : []}
            />
          </section>
          <section className="sheet" aria-labelledby="evidence">
            <h2 id="evidence">{t('restsOn')}</h2>
            <Evidence citations={shown.citations} />
          </section>
          {desked.live !== null && dependants.ok && <Dependants {...dependants.value} />}
          <Audit entries={desked.audit} />
        </main>
        <aside className="review-side" aria-label={review('decide')}>
          <Unread
            reads={[status, previews, translations, colleagues, dependants, named, ...(older === null ? [] : [older])]}
          />
          <Decide
            desked={desked}
            newest={newest}
            me={who.value}
            colleagues={colleagues.ok ? colleagues.value.items : []}
            waitsFor={shown.number === newest.number && named.ok ? named.value.items.filter(({ live }) => !live) : []}
          />
          {underway && (
            <p>
              <a href={`/records/${record.id}/review`}>{review('readers.title')}</a>
            </p>
          )}
          <Work record={record} colleagues={colleagues.ok ? colleagues.value.items : []} me={who.value} now={now} />
          {underway && status.ok && (
            <Timing status={status.value} newest={newest} target={target} may={may} releases={releases} now={now} />
          )}
          {underway && may('preview.make') && previews.ok && (
            <Previews previews={previews.value.items} target={target} number={newest.number} />
          )}
          {translations.ok && <Translations id={record.id} translations={translations.value} />}
          <Comments read={threads} target={target} number={newest.number} />
          <Revisions record={record} revisions={listed.items} older={listed.next} shown={shown.number} />
        </aside>
      </div>
    </>
  );
}
