import type { Published } from '@rapporteur/db/clients';
import { foldName } from '@rapporteur/domain/name-fold';
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
export const shortestPart = 4;

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
 * that few share. Statements and positions are found through them, since they are named after others. What was merged has no
 * names of its own any more, but its address, which leads to what it became: its words name that.
 */
export async function meantBy(published: Published, terms: readonly Term[]): Promise<Meant> {
  const asked = terms.map(({ text, excluded }) => (excluded ? '' : foldName(text)));
  const words = new Set(asked.flatMap((text) => text.split(' ')).filter((word) => word !== ''));
  const whole = asked.filter((text) => text !== '').join(' ');
  const byTerm = new Map<number, string[]>();
  if (words.size === 0) return { byTerm, exactly: [], known: words };
  const patterns = [...words].map((word) => `% ${word} %`);
  const rows = await published.$queryRaw<NameRow[]>`
    (SELECT "recordId", "kind", "folded" FROM "SearchName"
    WHERE "folded" LIKE ANY (${patterns}::text[]) AND ("kind" IN ('actor', 'issue') OR "folded" = ${` ${whole} `})
    ORDER BY length("folded"), "id" LIMIT ${mostNames})
    UNION ALL
    (SELECT i."id", i."kind", a."folded" FROM "Entry" m JOIN "Entry" i ON i."id" = m."mergedIntoId" AND i."state" = 'live',
      LATERAL (SELECT ' ' || replace(m."slug", '-', ' ') || ' ' AS "folded") AS a
    WHERE m."kind" IN ('actor', 'issue') AND m."state" = 'merged' AND a."folded" LIKE ANY (${patterns}::text[])
    ORDER BY length(m."slug"), m."id" LIMIT ${mostNames})`;
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
