import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import { canonicalJson } from '@rapporteur/domain/canonical';
import type { Kind } from '@rapporteur/domain/kinds';
import type { Language } from '@rapporteur/domain/translation/languages';
import { placeTexts, standingTexts } from '@rapporteur/domain/translation/place';
import type { Texts } from '@rapporteur/domain/translation/texts';
import { asContent } from '../translation/texts';

interface Live {
  id: string;
  kind: Kind;
  slug: string;
  /** The public revision. */
  revisionId: string | null;
}

interface TranslationRow {
  recordId: string;
  language: Language;
  texts: Texts;
  /** What the translation was made from, and what is public now. */
  base: unknown;
  current: unknown;
}

/** Of a translation, what readers see: the texts that still say what the record says now. */
export const shownTexts = (
  kind: Kind,
  { base, current, texts }: { base: unknown; current: unknown; texts: Texts },
): Texts => standingTexts(placeTexts(asContent(kind, base), asContent(kind, current), texts));

/**
 * What readers see in other languages: the texts that stand beside the records as they are now, by the fields of those.
 * `batch`: how many records are read at once.
 */
export async function* exportTranslations(
  published: Published,
  live: readonly Live[],
  batch: number,
): AsyncGenerator<string> {
  for (let from = 0; from < live.length; from += batch) {
    const records = live.slice(from, from + batch);
    const rows = await published.$queryRaw<TranslationRow[]>(Prisma.sql`
      SELECT t."recordId", t."language", t."texts", b."content" AS "base", v."content" AS "current"
      FROM "PublishedTranslation" t
        JOIN "PublishedRevision" b ON b."recordId" = t."recordId" AND b."revisionNumber" = t."baseRevision"
        JOIN "PublishedRevision" v ON v."id" = ANY (${records.flatMap(({ revisionId }) => revisionId ?? [])}::text[]) AND v."recordId" = t."recordId"
      ORDER BY t."language"`);
    for (const { id, kind, slug } of records) {
      for (const { language, base, current, texts } of rows.filter(({ recordId }) => recordId === id)) {
        const shown = shownTexts(kind, { base, current, texts });
        if (Object.keys(shown).length > 0)
          yield `${canonicalJson({ type: 'translation', kind, slug, language, texts: shown })}\n`;
      }
    }
  }
}
