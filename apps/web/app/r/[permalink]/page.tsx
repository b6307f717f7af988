import { formatPermalink } from '@rapporteur/domain/permalink';
import { Instant } from '@rapporteur/ui/dates';
import { hrefOf } from '@rapporteur/ui/record-link';
import { notFound, permanentRedirect } from 'next/navigation';
import { publicApi } from '../../../lib/api';
import { orNotFound } from '../../../lib/list-page';
import { readPermalink } from '../../../lib/params';
import { AnswerPage } from '../../../lib/record-page';

export const dynamic = 'force-dynamic';

/** One version of a record, as the record stood when it was published. */
export default async function PermalinkPage({ params }: { params: Promise<{ permalink: string }> }) {
  const permalink = readPermalink((await params).permalink);
  if (permalink === null) notFound();
  const { id, revision } = permalink;
  const found = await orNotFound((await publicApi()).record.permalink({ id, revision }));
  if (found === null) notFound();
  const { answer, newest } = found;
  if (answer.found === 'merged') permanentRedirect(hrefOf(answer.into));
  const here = answer.found === 'live' ? hrefOf(answer.record) : '';
  const notice = (
    <aside className="version-notice" aria-label="Which version you are reading">
      <p>
        You are reading version {revision}
        {found.revision === null ? null : (
          <>
            , published <Instant value={found.revision.publishedAt} time />
          </>
        )}
        .{' '}
        {newest === null ? (
          'The record was withdrawn since.'
        ) : newest === revision ? (
          <>
            It is the newest. <a href={here}>Go to the page of the record</a>
          </>
        ) : (
          <>
            Version {newest} is newer. <a href={here}>Read it</a> or{' '}
            <a href={`${here}/diff?from=${revision}&to=${newest}`}>see what changed</a>
          </>
        )}
      </p>
    </aside>
  );
  return <AnswerPage answer={answer} path={formatPermalink(id, revision)} notice={notice} />;
}
