import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import { canonicalJson } from '@rapporteur/domain/canonical';
import type { Kind } from '@rapporteur/domain/kinds';
import type { Language } from '@rapporteur/domain/translation/languages';
import { placeTexts, standingTexts } from '@rapporteur/domain/translation/place';
import type { Texts } from '@rapporteur/domain/translation/texts';
import { asContent } from '../translation/texts';

interface TranslationRow {
  kind: Kind;
  slug: string;
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
 * What readers see of some records in other languages, in the order of their ids: the texts that stand beside the records as
 * they are now, by the fields of those.
 */
export async function* exportTranslations(published: Published, ids: readonly string[]): AsyncGenerator<string> {
  const rows = await published.$queryRaw<TranslationRow[]>(Prisma.sql`
    SELECT e."kind", e."slug", t."language", t."texts", b."content" AS "base", v."content" AS "current"
    FROM unnest(${[...ids]}::text[]) WITH ORDINALITY AS w("id", "place")
      JOIN "Entry" e ON e."id" = w."id"
      JOIN "PublishedTranslation" t ON t."recordId" = e."id"
      JOIN "PublishedRevision" b ON b."recordId" = t."recordId" AND b."revisionNumber" = t."baseRevision"
      JOIN "PublishedRevision" v ON v."recordId" = e."id" AND v."revisionNumber" = e."revisionNumber"
    ORDER BY w."place", t."language"`);
  for (const { kind, slug, language, base, current, texts } of rows) {
    const shown = shownTexts(kind, { base, current, texts });
    if (Object.keys(shown).length > 0)
      yield `${canonicalJson({ type: 'translation', kind, slug, language, texts: shown })}\n`;
  }
}
