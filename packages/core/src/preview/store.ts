import { randomBytes } from 'node:crypto';
import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { PreviewMade } from '@rapporteur/domain/preview-views';
import { original, pathIn, type Language } from '@rapporteur/domain/translation/languages';
import type { RecordView } from '@rapporteur/domain/views';
import { hashToken } from './token';

/** The most previews of one record, or of one translation of it, that work at the same time. */
const mostAtOnce = 20;

/** What a preview is bound to: `preview_view` in the database compares each part when somebody comes with the token. */
export interface Bound {
  recordId: string;
  revisionNumber: number;
  contentHash: string;
  /** Of a revision: what its publication will be to readers, and the page as it would be read. */
  page: { change: string; note: string | null; view: RecordView } | null;
  /** Of a translation: which it is. */
  translation: { language: Language; number: number } | null;
  /** The version of the whole record that it was made at. */
  sequence: bigint;
}

/** Stores a preview under the hash of a new token, and gives the token this once. The record is locked by the caller. */
export async function storePreview(
  tx: Transaction,
  { userId, hours }: { userId: string; hours: number },
  bound: Bound,
): Promise<PreviewMade> {
  const { recordId, revisionNumber, contentHash, page, translation, sequence } = bound;
  const language = translation?.language ?? null;
  const [working] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "PreviewToken"
    WHERE "recordId" = ${recordId} AND "language" IS NOT DISTINCT FROM ${language} AND "revokedAt" IS NULL AND "expiresAt" > clock_timestamp()`;
  if ((working?.count ?? 0) >= mostAtOnce) {
    const of = translation === null ? 'A record' : 'A translation';
    throw new RapporteurError('limit_exceeded', `${of} has at most ${mostAtOnce} previews; revoke one first.`);
  }
  const token = randomBytes(32).toString('base64url');
  const [made] = await tx.$queryRaw<{ id: string; expiresAt: Date }[]>`
    INSERT INTO "PreviewToken" ("tokenHash", "recordId", "revisionNumber", "language", "translationNumber", "contentHash", "change", "note",
      "view", "sequence", "createdById", "expiresAt")
    VALUES (${hashToken(token)}, ${recordId}, ${revisionNumber}, ${language}, ${translation?.number ?? null}::int, ${contentHash},
      ${page?.change ?? null}, ${page?.note ?? null}, ${page === null ? null : JSON.stringify(page.view)}::jsonb, ${sequence}, ${userId},
      clock_timestamp() + ${hours} * interval '1 hour')
    RETURNING "id", "expiresAt"`;
  if (!made) throw new Error('The preview was not stored.');
  const expiresAt = made.expiresAt.toISOString();
  const of = translation === null ? {} : { language: translation.language, translation: translation.number };
  await tx.auditEntry.create({
    data: {
      userId,
      action: 'preview.make',
      recordId,
      revisionNumber,
      detail: { preview: made.id, expiresAt, ...of },
    },
  });
  return { id: made.id, token, path: pathIn(language ?? original, `/preview/${token}`), expiresAt };
}
