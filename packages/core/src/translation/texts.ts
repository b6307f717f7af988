import { createHash } from 'node:crypto';
import type { Transaction } from '@rapporteur/db/transaction';
import { canonicalJson } from '@rapporteur/domain/canonical';
import type { AnyContent } from '@rapporteur/domain/content/content';
import type { Kind } from '@rapporteur/domain/kinds';
import type { Language } from '@rapporteur/domain/translation/languages';
import type { Texts } from '@rapporteur/domain/translation/texts';

/** What a translation says and of what: what the publication log vouches for. */
export interface Translated {
  language: Language;
  number: number;
  baseRevision: number;
  texts: Texts;
}

/** SHA-256 over the canonical JSON (RFC 8785) of a translation. */
export function hashTranslation({ language, number, baseRevision, texts }: Translated): string {
  return createHash('sha256').update(canonicalJson({ language, number, baseRevision, texts }), 'utf8').digest('hex');
}

/** A content that was checked when it was saved, beside its kind. */
export const asContent = (kind: string, content: unknown) => ({ kind: kind as Kind, content }) as AnyContent;

/** The texts of some revisions of records of a kind, by `id@number`. */
export async function contentsOf(
  tx: Transaction,
  wanted: readonly { recordId: string; number: number }[],
): Promise<Map<string, unknown>> {
  if (wanted.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ key: string; content: unknown }[]>`
    SELECT v."recordId" || '@' || v."number" AS key, v."content"
    FROM (SELECT DISTINCT "recordId", "number" FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w("recordId" text, "number" int)) w
    JOIN "Revision" v ON v."recordId" = w."recordId" AND v."number" = w."number"`;
  return new Map(rows.map(({ key, content }) => [key, content]));
}
