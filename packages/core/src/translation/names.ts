import type { Published } from '@rapporteur/db/clients';
import type { Kind } from '@rapporteur/domain/kinds';
import { titleField } from '@rapporteur/domain/translation/fields';
import type { Language } from '@rapporteur/domain/translation/languages';
import { placeTexts, standingTexts } from '@rapporteur/domain/translation/place';
import type { Texts } from '@rapporteur/domain/translation/texts';
import type { RecordLink, RecordView } from '@rapporteur/domain/views';
import { asContent } from './texts';

interface Row {
  id: string;
  kind: Kind;
  texts: Texts;
  /** What the translation was made from, and what is public now. */
  base: unknown;
  current: unknown;
}

/** How many of the records that a page names are looked up; beyond that they keep the names of the original. */
const mostNamed = 500;

/**
 * A page whose links lead on in its language, under the names that its readers know: as far as what is linked is translated
 * too, and is still called what was translated.
 */
export async function withNamesIn(published: Published, language: Language, record: RecordView): Promise<RecordView> {
  const named = [
    ...Object.values(record.links),
    ...record.positions.flatMap(({ actor, issue }) => [actor, issue]),
    ...record.statements.map(({ speaker }) => speaker),
  ];
  const names = await namesIn(
    published,
    language,
    named.map(({ id }) => id),
  );
  if (names.size === 0) return record;
  const known = (link: RecordLink): RecordLink => {
    const title = names.get(link.id);
    return title === undefined ? link : { ...link, title, language };
  };
  return {
    ...record,
    links: Object.fromEntries(Object.entries(record.links).map(([id, link]) => [id, known(link)])),
    positions: record.positions.map((position) => ({
      ...position,
      actor: known(position.actor),
      issue: known(position.issue),
    })),
    statements: record.statements.map((statement) => ({ ...statement, speaker: known(statement.speaker) })),
  };
}

/** The names of some records in a language, by id: of those that are translated, and still called what was translated. */
export async function namesIn(
  published: Published,
  language: Language,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const told = await wordsIn(published, language, [...new Set(ids)].slice(0, mostNamed));
  return new Map(
    [...told].flatMap(([id, { kind, texts }]) => {
      const field = titleField(kind);
      const name = field === null ? undefined : texts[field];
      return name === undefined ? [] : [[id, name] as const];
    }),
  );
}

/** The words of records in a language, by id and field: as far as they are translated and still say what was translated. */
export async function wordsIn(
  published: Published,
  language: Language,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { kind: Kind; texts: Texts }>> {
  const rows = await published.$queryRaw<Row[]>`
    SELECT e."id", e."kind", t."texts", b."content" AS "base", c."content" AS "current"
    FROM "PublishedTranslation" t JOIN "Entry" e ON e."id" = t."recordId" AND e."state" = 'live'
      JOIN "PublishedRevision" b ON b."recordId" = e."id" AND b."revisionNumber" = t."baseRevision"
      JOIN "PublishedRevision" c ON c."recordId" = e."id" AND c."revisionNumber" = e."revisionNumber"
    WHERE t."recordId" = ANY (${[...ids]}::text[]) AND t."language" = ${language} ORDER BY e."id"`;
  return new Map(
    rows.map(({ id, kind, texts, base, current }) => [
      id,
      { kind, texts: standingTexts(placeTexts(asContent(kind, base), asContent(kind, current), texts)) },
    ]),
  );
}
