import type { Published } from '@rapporteur/db/clients';
import type { AnyContent } from '@rapporteur/domain/content/content';
import { formatPermalink } from '@rapporteur/domain/permalink';
import { proseOf, recordTexts } from '@rapporteur/domain/search/record-texts';
import { foundIn, type SearchHit } from '@rapporteur/domain/search/views';
import type { Language } from '@rapporteur/domain/translation/languages';
import { placeTexts, standingTexts } from '@rapporteur/domain/translation/place';
import { translate, type Texts } from '@rapporteur/domain/translation/texts';
import type { RecordLink } from '@rapporteur/domain/views';
import { linkSql } from '../record/links';
import { dateOf, titleOf } from '../record/title';
import { asContent } from '../translation/texts';
import type { Candidate } from './candidates';
import { bestPart, markAll, markerFor, type Marker, type Sought } from './excerpt';

/** How much of the text of a source, in characters, and how many passages of a record are looked through for an excerpt. */
const longestText = 50_000;
const mostPassages = 20;

interface Row {
  id: string;
  record: RecordLink;
  revisionNumber: number;
  content: unknown;
  translation: { texts: Texts; base: unknown } | null;
  passages: { exact: string; language: string | null; place: Place }[];
  cited: number;
  text: string | null;
}

/** What was found, with the texts among which the best part is. */
export type Read = ReturnType<typeof shownOf> & Pick<Candidate, 'language'>;

/** Reads what was found, in the order given. */
export async function readHits(published: Published, candidates: readonly Candidate[]): Promise<Read[]> {
  if (candidates.length === 0) return [];
  const rows = await published.$queryRaw<Row[]>`
    SELECT w."id", ${linkSql('e')} AS record, e."revisionNumber", r."content",
      CASE WHEN t."id" IS NULL THEN NULL ELSE jsonb_build_object('texts', t."texts", 'base', b."content") END AS translation,
      coalesce((SELECT jsonb_agg(jsonb_build_object('exact', p."exact", 'language', p."language", 'place', p.place) ORDER BY p."ordinal") FROM (
        SELECT p."exact", s."content" ->> 'language' AS language, jsonb_build_object('id', p."id", 'source', ${linkSql('o')}, 'start', p."start") AS place, c."ordinal"
        FROM (
          SELECT "passageId", "ordinal" FROM "Citation" WHERE "recordId" = e."id"
          UNION ALL SELECT * FROM unnest(w."passages") WITH ORDINALITY ORDER BY "ordinal" LIMIT ${mostPassages}
        ) AS c JOIN "Passage" p ON p."id" = c."passageId" JOIN "Entry" o ON o."id" = p."recordId"
          LEFT JOIN "PublishedRevision" s ON s."recordId" = o."id" AND s."revisionNumber" = o."revisionNumber"
      ) AS p), '[]'::jsonb) AS passages,
      (SELECT count(DISTINCT c."passageId")::int FROM "Citation" c WHERE c."recordId" = e."id") AS cited,
      (SELECT left(v."text", ${longestText}::int) FROM "SourceVersion" v WHERE v."recordId" = e."id" ORDER BY v."number" DESC LIMIT 1) AS text
    FROM jsonb_to_recordset(${JSON.stringify(candidates)}::jsonb) AS w("id" text, "recordId" text, "language" text, "passages" text[])
      JOIN "Entry" e ON e."id" = w."recordId"
      JOIN "PublishedRevision" r ON r."recordId" = e."id" AND r."revisionNumber" = e."revisionNumber"
      LEFT JOIN "PublishedTranslation" t ON t."id" = w."id"
      LEFT JOIN "PublishedRevision" b ON b."recordId" = t."recordId" AND b."revisionNumber" = t."baseRevision"`;
  const read = new Map(rows.map((row) => [row.id, shownOf(row)]));
  return candidates.flatMap(({ id, language }) => {
    const row = read.get(id);
    return row === undefined ? [] : [{ ...row, language }];
  });
}

/** What was found, as readers see it: the words that match, where they stand, what it rests on. */
export async function hitsOf(published: Published, shown: readonly Read[], sought: Sought): Promise<SearchHit[]> {
  const texts = shown.flatMap(({ language, title, parts }) => [
    { text: title, language },
    ...parts.map(({ text, written }) => ({ text, language: written ?? language })),
  ]);
  const marks = await markerFor(published, sought, texts);
  return shown.map((row) => hitOf(row, marks));
}

/** Where a passage stands. */
type Place = NonNullable<NonNullable<SearchHit['excerpt']>['place']>;

interface Part {
  from: 'record' | 'passage' | 'source';
  text: string;
  /** The language by whose rules it was looked for, where that is not the row's. */
  written: string | null;
  /** The language it is written in; null where that is the record's own, or unknown. */
  told: string | null;
  /** Of a passage, where it stands. */
  place: Place | null;
}

/** What a hit can show: its title, and the texts among which the best part is. */
function shownOf({ record, content, translation, passages, text, ...row }: Row) {
  const own = asContent(record.kind, content);
  const standing =
    translation && standingTexts(placeTexts(asContent(record.kind, translation.base), own, translation.texts));
  const title = record.title ?? '';
  if (standing !== null) {
    const language = row.id.split('/').at(-1) ?? '';
    const said = translate(own, standing, language as Language);
    const parts = proseOf(said, (field) => Object.hasOwn(standing, field)).map(({ text: words }) =>
      part('record', words),
    );
    const named = record.kind === 'position' || record.kind === 'statement' ? title : titleOf(said, () => '');
    return { ...row, record, content: own, title: named, parts };
  }
  const prose = recordTexts(own)
    .filter(({ text: words }) => words !== title)
    .map(({ text: words, language }) => part('record', words, language));
  // Passages are looked for as words of English and as they stand, whatever they are written in.
  const cited = passages.map(({ exact, language, place }) => part('passage', exact, null, language, place));
  const inFull = own.kind === 'source' ? own.content.language : null;
  return {
    ...row,
    record,
    content: own,
    title,
    parts: [...prose, ...cited, ...(text === null ? [] : [part('source', text, null, inFull)])],
  };
}

const part = (
  from: Part['from'],
  text: string,
  written: string | null = null,
  told = written,
  place: Place | null = null,
): Part => ({
  from,
  text,
  written,
  told,
  place,
});

function hitOf({ record, revisionNumber, language, title, parts, content, cited }: Read, marks: Marker): SearchHit {
  let best: ({ part: string; found: number } & Pick<Part, 'from' | 'told' | 'place'>) | null = null;
  for (const { from, text, told, place } of parts) {
    const found = bestPart(text, marks, from === 'passage');
    if (best === null || found.found > best.found) best = { ...found, from, told, place };
  }
  return {
    record,
    permalink: formatPermalink(record.id, revisionNumber),
    revisionNumber,
    language: foundIn.find((known) => known === language) ?? 'en',
    title: markAll(title, marks),
    excerpt:
      best === null
        ? null
        : { from: best.from, language: best.told, place: best.place, text: markAll(best.part, marks) },
    date: dateOf(content),
    stance: stanceOf(content),
    act: content.kind === 'statement' ? content.content.act : null,
    passages: cited,
  };
}

const stanceOf = ({ kind, content }: AnyContent) =>
  kind === 'position' ? (content.turns.at(-1)?.stance ?? null) : null;
