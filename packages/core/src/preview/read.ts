import type { Published } from '@rapporteur/db/clients';
import type { PreviewView } from '@rapporteur/domain/preview-views';
import { language } from '@rapporteur/domain/translation/languages';
import { texts } from '@rapporteur/domain/translation/texts';
import { recordView, type RecordView } from '@rapporteur/domain/views';
import { z } from 'zod';
import { getRecord } from '../record/read';
import { inWordsOf } from '../translation/read';
import { hashToken, tokenPattern } from './token';

const version = z.int();
const translated = z.object({ recordId: z.string(), language, number: version, baseRevision: version, texts });
const common = { state: z.string(), expiresAt: z.coerce.date() };
/** What the database answers for a token that works: a page as it would be read, or the words of a translation. */
const answer = z.union([z.object({ view: recordView, ...common }), z.object({ translation: translated, ...common })]);

/**
 * What the holder of a token sees, read with the rights of the public site: the database decides whether the preview
 * still stands. Null for anything else, whatever the reason.
 */
export async function readPreview(published: Published, token: string): Promise<PreviewView | null> {
  if (!tokenPattern.test(token)) return null;
  const [row] = await published.$queryRaw<
    { found: unknown }[]
  >`SELECT public.preview_view(${hashToken(token)}) AS found`;
  if (row === undefined || row.found === null) return null;
  const found = answer.parse(row.found);
  const { state, expiresAt } = found;
  const record = 'view' in found ? found.view : await translatedRecord(published, found.translation);
  if (record === null) return null;
  return { record, approved: state === 'approved' || state === 'scheduled', expiresAt: expiresAt.toISOString() };
}

/** The record as readers see it now, in the words of a translation that they do not see yet. Null where they see neither. */
async function translatedRecord(
  published: Published,
  { recordId: id, ...told }: z.infer<typeof translated>,
): Promise<RecordView | null> {
  const found = await getRecord(published, { id });
  if (found?.found !== 'live') return null;
  return inWordsOf(published, found.record, { ...told, publishedAt: null });
}
