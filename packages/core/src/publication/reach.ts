import type { Transaction } from '@rapporteur/db/transaction';
import { canonicalJson } from '@rapporteur/domain/canonical';
import type { AnyContent } from '@rapporteur/domain/content/content';
import type { Citation } from '@rapporteur/domain/content/citation';
import { references } from '@rapporteur/domain/content/references';
import type { Kind } from '@rapporteur/domain/kinds';
import { dateOf } from '../record/title';
import type { RehearsedItem } from './rehearsed-set';

/** The most other pages that one rehearsal reads: those who publish wait meanwhile. */
const most = 30;

/** Kinds whose own words are shown on pages of others: what is said there, held there, or rests on them. */
const quotedElsewhere: readonly Kind[] = ['statement', 'position', 'source'];

/**
 * How many references lie between a record and the farthest page that shows something of it. A programme shows the
 * positions on its issues (2), each with the source it rests on (3) and the outlet that published it (4).
 */
const farthest = (kind: Kind): number => (kind === 'actor' ? 4 : kind === 'source' ? 3 : 2);

/** The other pages that a publication may change, the nearest first; `more` where some were left out. */
export interface Reach {
  ids: string[];
  more: boolean;
}

/**
 * The public records whose pages may read differently once a set is published. A record is seen elsewhere by its title,
 * by what it names and cites, by its date in the order of lists, and, for some kinds, by its words: where none of these
 * changes, no other page does. A test compares this with every page of a whole record, before and after.
 */
export async function reachOf(
  tx: Transaction,
  items: readonly RehearsedItem[],
  resolve: (id: string) => string,
): Promise<Reach> {
  const standing = await standingOf(
    tx,
    items.map(({ id }) => id),
  );
  const set = items.map(({ id }) => id);
  const wide: string[] = [];
  const targets = new Set<string>();
  for (const item of items) {
    const before = standing.get(item.id);
    const { kind, content } = item.record;
    const isSame = (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other);
    const words = before === undefined || !isSame(before.content, content) || !isSame(before.citations, item.citations);
    if (words && (quotedElsewhere.includes(kind) || item.deskTitle !== before?.title)) wide.push(item.id);
    const was = before === undefined ? [] : named(kind, before.content, before.citations);
    const is = named(kind, content, item.citations);
    // Lists elsewhere run by date: with another one, the record stands in another place of them.
    const moved =
      before !== undefined && dateOf({ kind, content: before.content } as AnyContent) !== dateOf(item.record);
    for (const changed of moved ? [...was, ...is].map(([, target]) => target) : difference(was, is)) {
      targets.add(resolve(changed));
    }
  }
  const steps = Math.max(0, ...items.filter(({ id }) => wide.includes(id)).map(({ record }) => farthest(record.kind)));
  const found = await step(tx, wide, [...targets], set);
  for (let frontier = found, n = 1; n < steps && frontier.length > 0 && found.length <= most; n += 1) {
    frontier = await step(tx, frontier, [], [...set, ...found]);
    found.push(...frontier);
  }
  return { ids: found.slice(0, most), more: found.length > most };
}

interface Standing {
  title: string | null;
  content: unknown;
  citations: readonly Citation[];
}

/** What is public now of some records, as it was published. */
async function standingOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, Standing>> {
  const rows = await tx.$queryRaw<({ id: string } & Standing)[]>`
    SELECT e."id", e."title", p."content", p."citations"
    FROM "Entry" e JOIN "PublishedRevision" p ON p."recordId" = e."id" AND p."revisionNumber" = e."revisionNumber"
    WHERE e."id" = ANY (${[...ids]}::text[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** Everything that a content names or cites, each with the place where it does. */
const named = (kind: Kind, content: unknown, citations: readonly Citation[]): [key: string, target: string][] => [
  ...references(kind, content).map(({ field, value }): [string, string] => [`${field} ${value}`, value]),
  ...citations.map((citation, at): [string, string] => [`${at} ${canonicalJson(citation)}`, citation.passage.source]),
];

/** The targets that only one side has at their place. */
function difference(before: readonly [string, string][], after: readonly [string, string][]): string[] {
  const [was, is] = [new Map(before), new Map(after)];
  return [
    ...before.filter(([key]) => !is.has(key)).map(([, target]) => target),
    ...after.filter(([key]) => !was.has(key)).map(([, target]) => target),
  ];
}

/** Live records one reference away from some, in either direction, or among `also`; none of `but`. */
async function step(
  tx: Transaction,
  from: readonly string[],
  also: readonly string[],
  but: readonly string[],
): Promise<string[]> {
  if (from.length === 0 && also.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT e."id" FROM "Entry" e
    WHERE e."state" = 'live' AND e."id" <> ALL (${[...but]}::text[]) AND (
      e."id" = ANY (${[...also]}::text[])
      OR e."id" IN (SELECT "targetId" FROM "Reference" WHERE "recordId" = ANY (${[...from]}::text[]))
      OR e."id" IN (SELECT "recordId" FROM "Reference" WHERE "targetId" = ANY (${[...from]}::text[])))
    ORDER BY e."id" LIMIT ${most + 1}`;
  return rows.map(({ id }) => id);
}
