import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import { foldName, soundOf } from '@rapporteur/domain/name-fold';
import type { Kind } from '@rapporteur/domain/kinds';
import type { Term } from './question';

interface NameRow {
  recordId: string;
  kind: Kind;
  folded: string;
}

/** How many names are looked at for a question: the shortest, which are nearest to what was asked. */
const mostNames = 400;

/** How many records a part of a name may mean, and how long it has to be: "union" is no name of every union. */
const mostMeant = 5;
const shortestPart = 4;

/** How many records one term is looked for under. */
const mostForTerm = 10;

export interface Meant {
  /** For each term the facets of the records that it names. */
  byTerm: Map<number, string[]>;
  /** The records that are called exactly what was asked. */
  exactly: string[];
  /** The words that are part of a name on record. */
  known: ReadonlySet<string>;
}

/**
 * The records that a question names: by a whole name of theirs in any script and spelling of accents, or by a part of a name
 * that few share. Statements and positions are found through them, since they are named after others.
 */
export async function meantBy(published: Published, terms: readonly Term[]): Promise<Meant> {
  const asked = terms.map(({ text, excluded }) => (excluded ? '' : foldName(text)));
  const words = new Set(asked.flatMap((text) => text.split(' ')).filter((word) => word !== ''));
  const whole = asked.filter((text) => text !== '').join(' ');
  const byTerm = new Map<number, string[]>();
  if (words.size === 0) return { byTerm, exactly: [], known: words };
  const patterns = [...words].map((word) => `% ${word} %`);
  const rows = await published.$queryRaw<NameRow[]>`
    SELECT "recordId", "kind", "folded" FROM "SearchName"
    WHERE "folded" LIKE ANY (${patterns}::text[]) AND ("kind" IN ('actor', 'issue') OR "folded" = ${` ${whole} `})
    ORDER BY length("folded"), "id" LIMIT ${mostNames}`;
  const named = rows.filter(({ kind }) => kind === 'actor' || kind === 'issue');
  const parts = new Map<string, Set<string>>();
  for (const { recordId, folded } of named)
    for (const word of partsOf(folded)) parts.set(word, (parts.get(word) ?? new Set()).add(recordId));
  asked.forEach((text, term) => {
    if (text === '') return;
    const few = (word: string) => word.length >= shortestPart && (parts.get(word)?.size ?? 0) <= mostMeant;
    const means = ({ folded, kind }: NameRow) =>
      folded.includes(` ${text} `) &&
      (partsOf(folded).every((word) => words.has(word)) || (kind === 'actor' && (text.includes(' ') || few(text))));
    const facets = named.filter(means).map(({ kind, recordId }) => `${kind} ${recordId}`);
    if (facets.length > 0) byTerm.set(term, [...new Set(facets)].slice(0, mostForTerm));
  });
  const exactly = rows.filter(({ folded }) => folded === ` ${whole} `).map(({ recordId }) => recordId);
  return { byTerm, exactly: [...new Set(exactly)].slice(0, 3), known: new Set(parts.keys()) };
}

const partsOf = (folded: string) => folded.trim().split(' ');

/** A name that is written or sounds like something in a question. */
export interface Alike {
  /** The term it is like; null for the question as a whole. */
  term: number | null;
  recordId: string;
  kind: Kind;
}

/**
 * The names that are spelt nearly like a word, or sound like it: Szijarto and Сіярто mean Szijjártó. Of each word the three
 * nearest. Words of fewer than four letters are like too many others.
 */
export async function namesAlike(published: Published, terms: readonly Term[], { known }: Meant): Promise<Alike[]> {
  const asked = terms.map(({ text, excluded }, term) => ({ term, text: excluded ? '' : foldName(text) }));
  const whole = { term: -1, text: asked.flatMap(({ text }) => (text === '' ? [] : [text])).join(' ') };
  const unknown = asked.filter(({ text }) => text.length >= shortestPart && !known.has(text));
  if (unknown.length === 0) return [];
  const given = [...unknown, whole].map(({ term, text }) => ({
    term,
    text,
    sound: text.includes(' ') ? '' : soundOf(text),
  }));
  // No name sounds like nothing, so an empty sound finds none; a condition that says so would have every likeness measured twice.
  // Operators are named with their schema: in the past there is nothing on the path but what stood then.
  const alike = (which: Prisma.Sql) => Prisma.sql`(
      SELECT a."recordId", a."kind", max(public.word_similarity(w."text", a."folded")) AS "likeness", min(length(a."folded")) AS "length"
      FROM "SearchName" a
      WHERE (a."folded" OPERATOR(public.%>) w."text" OR a."sounds" @> ARRAY[w."sound"]) AND ${which}
      GROUP BY a."recordId", a."kind" ORDER BY 3 DESC, 4, 1 LIMIT 3)`;
  const rows = await published.$queryRaw<{ term: number; recordId: string; kind: Kind }[]>`
    SELECT w."term", n."recordId", n."kind"
    FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS w("term" int, "text" text, "sound" text), LATERAL (
      ${alike(Prisma.sql`w."term" >= 0 AND a."kind" IN ('actor', 'issue')`)} UNION ALL ${alike(Prisma.sql`w."term" < 0`)}
    ) AS n ORDER BY w."term", n."likeness" DESC, n."length", n."recordId"`;
  return rows.map(({ term, ...name }) => ({ ...name, term: term < 0 ? null : term }));
}
