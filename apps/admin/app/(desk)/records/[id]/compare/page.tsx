import { isOpen } from '@rapporteur/domain/lifecycle';
import { ChangeTable } from '@rapporteur/ui/record-difference';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { text } from '../../../../../i18n/text';
import { attempt } from '../../../../attempt';
import { ProblemNotice } from '../../../../problem-notice';
import { desk, meOf } from '../../../../session';
import { Bar } from '../../../../shell/bar';
import { atTime } from '../../../../wording';
import { CommandForm } from '../command-form';
import { versionIn } from '../version-in';
import { wayTo, wayToRecord } from '../way';
import { Chooser } from './chooser';

const t = text('review');

export const metadata: Metadata = { title: t('compare.title') };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Any two versions of a record side by side, drafts and superseded ones included, and the list to choose them from. */
export default async function ComparePage({ params, searchParams }: Props) {
  const [{ id }, query, { call }, me] = await Promise.all([params, searchParams, desk(), meOf()]);
  const [from, to] = [versionIn(query['from']), versionIn(query['to'])];
  if (from === null || to === null) notFound();
  const before = versionIn(query['before']);
  const [answer, held, listed] = await Promise.all([
    attempt(() => call.record.compare({ id, from, to })),
    attempt(() => call.record.get({ id })),
    attempt(() => call.record.revisions({ id, before })),
  ]);
  if (!answer.ok && (answer.problem.code === 'not_found' || answer.problem.code === 'invalid_input')) notFound();
  const failed = [answer, held, listed].find((read) => !read.ok);
  if (!answer.ok || !held.ok || !listed.ok) {
    return (
      <main id="main" tabIndex={-1}>
        <h1>{t('compare.title')}</h1>
        {failed?.ok === false && <ProblemNotice problem={failed.problem} />}
      </main>
    );
  }
  const { record, changes, links, ...two } = answer.value;
  const [newest] = held.value.revisions;
  const restorable =
    me.may.includes('record.restore') &&
    held.value.record.mergedIntoId === null &&
    newest !== undefined &&
    !isOpen(newest.state);
  // At the desk every link leads to the desk's own page of a record, whatever its state.
  const shown = Object.fromEntries(
    Object.entries(links).map(([key, link]) => [key, { ...link, state: 'live' as const }]),
  );
  const heading = (revision: typeof two.from) =>
    `${t('version', { number: revision.number })}, ${revision.author}, ${atTime(revision.createdAt)}`;
  return (
    <>
      <Bar way={[wayTo(record.kind), wayToRecord(id, two.to.title)]} here={t('compare.two', { from, to })}>
        {restorable && (
          <div className="bar-end">
            <CommandForm
              id={id}
              version={held.value.record.lockVersion}
              command="restore"
              hidden={{ number: from }}
              button={t('restore.button', { number: from })}
              look="main"
            />
          </div>
        )}
      </Bar>
      <div className="comparing">
        <Chooser id={id} revisions={listed.value.items} older={listed.value.next} from={from} to={to} />
        <main id="main" tabIndex={-1} className="review-main">
          <section className="sheet" aria-label={t('compare.title')}>
            {changes.length === 0 ? (
              <p>{t('compare.same')}</p>
            ) : (
              <>
                <ChangeTable
                  caption={t('compare.two', { from, to })}
                  was={heading(two.from)}
                  is={heading(two.to)}
                  changes={changes}
                  links={shown}
                />
                <p className="hint comparing-rest">
                  {t('compare.rest')} {restorable && t('compare.restoring', { number: from })}
                </p>
              </>
            )}
          </section>
        </main>
      </div>
    </>
  );
}
