import { kindNames } from '@rapporteur/domain/kinds';
import { ChangeTable } from '@rapporteur/ui/record-difference';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { text } from '../../../../../i18n/text';
import { attempt } from '../../../../attempt';
import { ProblemNotice } from '../../../../problem-notice';
import { desk } from '../../../../session';
import { atTime } from '../../../../wording';

const t = text('review');

export const metadata: Metadata = { title: t('compare.title') };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Any two versions of a record side by side, drafts and superseded ones included. */
export default async function ComparePage({ params, searchParams }: Props) {
  const [{ id }, query, { call }] = await Promise.all([params, searchParams, desk()]);
  const [from, to] = [numberIn(query['from']), numberIn(query['to'])];
  if (from === null || to === null) notFound();
  const answer = await attempt(() => call.record.compare({ id, from, to }));
  if (!answer.ok && (answer.problem.code === 'not_found' || answer.problem.code === 'invalid_input')) notFound();
  if (!answer.ok) {
    return (
      <main id="main" tabIndex={-1}>
        <h1>{t('compare.title')}</h1>
        <ProblemNotice problem={answer.problem} />
      </main>
    );
  }
  const { record, changes, links, ...two } = answer.value;
  // At the desk every link leads to the desk's own page of a record, whatever its state.
  const shown = Object.fromEntries(
    Object.entries(links).map(([key, link]) => [key, { ...link, state: 'live' as const }]),
  );
  const heading = (revision: typeof two.from) =>
    `${t('version', { number: revision.number })}, ${revision.author}, ${atTime(revision.createdAt)}`;
  return (
    <>
      <header className="bar">
        <nav className="crumbs" aria-label={text('shell')('where')}>
          <ol>
            <li>
              <a href={`/?view=all&kind=${record.kind}`}>{kindNames[record.kind].plural}</a>
            </li>
            <li>
              <a href={`/records/${id}`}>{two.to.title}</a>
            </li>
            <li aria-current="page">
              <h1>{t('compare.two', { from, to })}</h1>
            </li>
          </ol>
        </nav>
      </header>
      <main id="main" tabIndex={-1} className="review-main">
        <section className="sheet" aria-label={t('compare.title')}>
          {changes.length === 0 ? (
            <p>{t('compare.same')}</p>
          ) : (
            <ChangeTable
              caption={t('compare.two', { from, to })}
              was={heading(two.from)}
              is={heading(two.to)}
              changes={changes}
              links={shown}
            />
          )}
        </section>
      </main>
    </>
  );
}

function numberIn(value: string | string[] | undefined): number | null {
  return typeof value === 'string' && /^[1-9][0-9]{0,5}$/.test(value) ? Number(value) : null;
}
