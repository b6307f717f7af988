import type { Published } from '@rapporteur/db/clients';
import { recordView } from '@rapporteur/domain/views';
import { z } from 'zod';
import type { PreviewView } from '@rapporteur/domain/preview-views';
import { hashToken, tokenPattern } from './token';

const answer = z.object({ view: recordView, state: z.string(), expiresAt: z.coerce.date() });

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
  const { view, state, expiresAt } = answer.parse(row.found);
  return { record: view, approved: state === 'approved' || state === 'scheduled', expiresAt: expiresAt.toISOString() };
}
