import { saidIn } from '@rapporteur/ui/languages';
import { pageLanguage, publicApi } from '../../../../lib/api';
import { orNotFound } from '../../../../lib/list-page';
import { readPermalink } from '../../../../lib/params';
import { readRecord } from '../../../../lib/record-page';
import { pictureOf } from '../../../../lib/share';
import { pictureAnswer } from '../../../../share/png';

export const dynamic = 'force-dynamic';

/** The picture that is shown where the page of a revision is shared: of what is public, and of nothing else. */
export async function GET(_request: Request, { params }: { params: Promise<{ permalink: string }> }) {
  const permalink = readPermalink((await params).permalink);
  const found = permalink && (await orNotFound((await publicApi()).record.permalink(permalink)));
  if (found?.answer.found !== 'live') return new Response(null, { status: 404 });
  const { record } = found.answer;
  // Of what is public now there may be a translation.
  const told = found.newest === record.revisionNumber ? await readRecord(record.kind, record.slug) : null;
  const shown = told?.found === 'live' ? told.record : record;
  return pictureAnswer(saidIn(await pageLanguage(), () => pictureOf(shown)));
}
