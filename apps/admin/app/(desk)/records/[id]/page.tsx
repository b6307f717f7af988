import { kindNames } from '@rapporteur/domain/kinds';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { attempt } from '../../../attempt';
import { ProblemNotice } from '../../../problem-notice';
import { desk } from '../../../session';
import { atTime, done, stateNames } from '../../../wording';
import { Decide } from './decide';
import { Evidence } from './evidence';
import { Fields } from './fields';
import { Audit, Revisions } from './past';

export const metadata: Metadata = { title: 'Record' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function RecordPage({ params, searchParams }: Props) {
  const [{ id }, query, { call }] = await Promise.all([params, searchParams, desk()]);
  const [answer, who] = await Promise.all([attempt(() => call.record.get({ id })), attempt(() => call.user.me({}))]);
  if (!answer.ok && (answer.problem.code === 'not_found' || answer.problem.code === 'invalid_input')) notFound();
  if (!answer.ok || !who.ok) {
    return (
      <main id="main" tabIndex={-1}>
        <h1>Record</h1>
        {!answer.ok && <ProblemNotice problem={answer.problem} />}
      </main>
    );
  }
  const desked = answer.value;
  const { record, revisions } = desked;
  const newest = revisions[0];
  const shown = revisions.find((revision) => String(revision.number) === query['revision']) ?? newest;
  if (newest === undefined || shown === undefined) notFound();
  const outcome =
    typeof query['done'] === 'string' && Object.hasOwn(done, query['done'])
      ? done[query['done'] as keyof typeof done]
      : null;
  return (
    <>
      <header className="bar">
        <nav className="crumbs" aria-label="Where you are">
          <ol>
            <li>
              <a href={`/?kind=${record.kind}`}>{kindNames[record.kind].plural}</a>
            </li>
            <li aria-current="page">
              <h1>{newest.title}</h1>
            </li>
          </ol>
        </nav>
        <span className="tag">
          Version {shown.number}, {stateNames[shown.state]}
        </span>
        <span className="bar-end hint">
          By {shown.author}, <time dateTime={shown.createdAt}>{atTime(shown.createdAt)}</time>
        </span>
      </header>
      <div className="review">
        <main id="main" tabIndex={-1} className="review-main">
          {outcome !== null && (
            <p className="outcome" role="status">
              {outcome}
            </p>
          )}
          <section className="sheet" aria-labelledby="text">
            <h2 id="text">What it says</h2>
            <Fields
              kind={record.kind}
              content={shown.content}
              citations={shown.citations}
              missing={shown === newest ? desked.missingEvidence : []}
            />
          </section>
          <section className="sheet" aria-labelledby="evidence">
            <h2 id="evidence">What it rests on</h2>
            <Evidence citations={shown.citations} />
          </section>
          <Audit entries={desked.audit} />
        </main>
        <aside className="review-side" aria-label="Decide">
          <Decide desked={desked} newest={newest} me={who.value} />
          <Revisions record={record} revisions={revisions} shown={shown.number} />
        </aside>
      </div>
    </>
  );
}
