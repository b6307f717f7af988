import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { text } from '../../../../i18n/text';
import { attempt } from '../../../attempt';
import { ProblemNotice } from '../../../problem-notice';
import { Bar, MadeBy } from '../../../shell/bar';
import { desk, meOf } from '../../../session';
import { valueIn, type Query } from '../../../sign-in/flash';
import { atTime } from '../../../wording';
import { outcomes } from '../outcomes';
import { Decide } from './decide';
import { Records } from './records';

const t = text('release');

export const metadata: Metadata = { title: t('title') };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Query;
}

/** One release: its records, what each changes and what hinders it, and what is done with them. */
export default async function ReleasePage({ params, searchParams }: Props) {
  const [{ id }, query, { call }, me] = await Promise.all([params, searchParams, desk(), meOf()]);
  const answer = await attempt(() => call.release.get({ id }));
  if (!answer.ok && (answer.problem.code === 'not_found' || answer.problem.code === 'invalid_input')) notFound();
  if (!answer.ok) {
    return (
      <main id="main" tabIndex={-1}>
        <h1>{t('title')}</h1>
        <ProblemNotice problem={answer.problem} />
      </main>
    );
  }
  const release = answer.value;
  const { name, state, items } = release;
  // The schedule of a single revision has no page of its own.
  if (name === null) redirect(items[0] ? `/records/${items[0].id}` : '/releases');
  const waits = state === 'open' || state === 'scheduled';
  const check = waits ? await attempt(() => call.release.check({ id })) : null;
  const outcome = outcomes.find((known) => known === valueIn(query, 'done'));
  return (
    <>
      <Bar way={[{ href: '/releases', name: t('title') }]} here={name}>
        <span className="tag">{t(`state.${state}`)}</span>
        <MadeBy>
          {t.rich('page.madeBy', {
            by: release.createdBy.name,
            at: atTime(release.createdAt),
            time: (words) => <time dateTime={release.createdAt}>{words}</time>,
          })}
        </MadeBy>
      </Bar>
      <div className="review">
        <main id="main" tabIndex={-1} className="review-main">
          {outcome !== undefined && (
            <p className="outcome" role="status">
              {t(`done.${outcome}`)}
            </p>
          )}
          {check?.ok === false && <ProblemNotice problem={check.problem} />}
          <Records release={release} check={check?.ok === true ? check.value : null} me={me} />
        </main>
        <aside className="review-side" aria-label={t('next.title')}>
          <Decide release={release} check={check?.ok === true ? check.value : null} me={me} />
        </aside>
      </div>
    </>
  );
}
