import { kindOfId } from '@rapporteur/domain/ids';
import { formatPermalink } from '@rapporteur/domain/permalink';
import { Instant } from '@rapporteur/ui/dates';
import { hrefOf } from '@rapporteur/ui/record-link';
import { notFound, permanentRedirect, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { publicApi } from '../../../lib/api';
import { orNotFound } from '../../../lib/list-page';
import { decoded, readPermalink } from '../../../lib/params';
import { AnswerPage } from '../../../lib/record-page';
import { text } from '@rapporteur/ui/text';
import { withNames } from '../../../lib/names';

export const dynamic = 'force-dynamic';

/** One version of a record, as the record stood when it was published. */
export default async function PermalinkPage({ params }: { params: Promise<{ permalink: string }> }) {
  const asked = (await params).permalink;
  const permalink = readPermalink(asked);
  if (permalink === null) return leadToNewest(asked);
  const { id, revision } = permalink;
  const found = await withNames(await orNotFound((await publicApi()).record.permalink({ id, revision })));
  if (found === null) notFound();
  const { answer, newest } = found;
  if (answer.found === 'merged') permanentRedirect(hrefOf(answer.into));
  const t = text('pages');
  const here = hrefOf(answer.found === 'live' ? answer.record : answer.tombstone);
  const page = (words: ReactNode) => <a href={here}>{words}</a>;
  const diff = (words: ReactNode) => <a href={`${here}/diff?from=${revision}&to=${newest}`}>{words}</a>;
  const when = () => <Instant value={found.revision?.publishedAt ?? ''} time />;
  const words =
    answer.found === 'withdrawn' ? (
      t.rich('version.withdrawn', { version: String(newest), page })
    ) : (
      <>
        {t.rich('version.readingSince', { version: String(revision), when })}{' '}
        {newest === revision
          ? t.rich('version.newest', { page })
          : t.rich('version.newer', { version: String(newest), page, diff })}
      </>
    );
  // The tombstone of a record says it all; that of a version, what is public in its place.
  const notice =
    newest === null ? null : (
      <aside className="version-notice" aria-label={t('version.label')}>
        <p>{words}</p>
      </aside>
    );
  return <AnswerPage answer={answer} path={formatPermalink(id, revision)} notice={notice} />;
}

/** Without a revision an id names the record: it leads, for now, to the newest of its versions, or to what became of it. */
async function leadToNewest(asked: string): Promise<never> {
  const id = decoded(asked);
  if (kindOfId(id) === null) notFound();
  const answer = await (await publicApi()).record.get({ id });
  if (answer === null) notFound();
  if (answer.found === 'merged') permanentRedirect(hrefOf(answer.into));
  return redirect(
    answer.found === 'live' ? formatPermalink(id, answer.record.revisionNumber) : hrefOf(answer.tombstone),
  );
}
