import type { Transaction } from '@rapporteur/db/transaction';
import type { Kind } from '@rapporteur/domain/kinds';
import type { LockedRecord } from './lock';

/**
 * How many records of a set are published at once, and how much text they and what they rest on may hold, in code points. What
 * the last hundred statements were given stays in memory: Prisma keeps it in case of a fault.
 */
const [mostRecords, mostText] = [200, 4_000_000];

const order: readonly Kind[] = [
  'source',
  'actor',
  'issue',
  'event',
  'programme',
  'statement',
  'position',
  'commitment',
  'article',
];

/** Sorts sources first, then what others are named after: what comes later finds its texts and its names. */
export const byRank = (a: { kind: Kind }, b: { kind: Kind }): number => order.indexOf(a.kind) - order.indexOf(b.kind);

/** What a record of a set needs to know of the others, which may be of another portion. */
export interface WholeSet {
  ids: ReadonlySet<string>;
  /** The fingerprints that each source of the set will have. */
  versions: ReadonlyMap<string, readonly string[]>;
  /** Which position of the portions so far is that of an actor on an issue. */
  positions: Map<string, string>;
}

interface Weighed {
  id: string;
  /** How long its own text is as JSON. */
  own: number;
  /** The lengths of the texts that it cites or holds, by fingerprint. */
  texts: Record<string, number> | null;
  /** Of a source. */
  versions: string[] | null;
  /** A position that is public, and becomes that of another actor or on another issue. */
  moving: boolean;
}

/** Cuts a set so that no portion takes much memory, however many records there are: one statement for all. */
export async function portionsOf(
  tx: Transaction,
  records: readonly LockedRecord[],
  state: string,
): Promise<{ portions: LockedRecord[][]; whole: WholeSet; moving: string[] }> {
  const ids = new Set(records.map(({ id }) => id));
  if (records.length < 2)
    return { portions: [[...records]], whole: { ids, versions: new Map(), positions: new Map() }, moving: [] };
  const rows = await weigh(tx, [...ids], state);
  const weights = new Map(rows.map((row) => [row.id, row]));
  const portions: LockedRecord[][] = [];
  let [portion, texts, length]: [LockedRecord[], Set<string>, number] = [[], new Set(), 0];
  for (const record of records.toSorted(byRank)) {
    const { own, texts: rests } = weights.get(record.id) ?? { own: 0, texts: null };
    const added = () =>
      Object.entries(rests ?? {}).reduce((sum, [sha256, each]) => (texts.has(sha256) ? sum : sum + each), own);
    if (portion.length >= mostRecords || (portion.length > 0 && length + added() > mostText)) {
      portions.push(portion);
      [portion, texts, length] = [[], new Set(), 0];
    }
    length += added();
    for (const sha256 of Object.keys(rests ?? {})) texts.add(sha256);
    portion.push(record);
  }
  portions.push(portion);
  const versions = new Map(rows.flatMap((row) => (row.versions === null ? [] : [[row.id, row.versions] as const])));
  const moving = rows.flatMap((row) => (row.moving ? [row.id] : []));
  return { portions, whole: { ids, versions, positions: new Map() }, moving };
}

const weigh = (tx: Transaction, ids: readonly string[], state: string): Promise<Weighed[]> => tx.$queryRaw<Weighed[]>`
  SELECT r."recordId" AS id, length(r."content"::text) + length(r."citations"::text) AS own,
    (SELECT jsonb_object_agg(t."sha256", t."length") FROM "StoredText" t WHERE t."sha256" IN (
      SELECT p #>> '{}' FROM jsonb_path_query(r."citations", '$[*].passage.sha256') p
      UNION SELECT v #>> '{}' FROM jsonb_path_query(r."content", '$.versions[*].sha256') v)) AS texts,
    CASE WHEN o."kind" = 'source' THEN jsonb_path_query_array(r."content", '$.versions[*].sha256') END AS versions,
    EXISTS (SELECT FROM "Position" p WHERE p."id" = r."recordId"
      AND (p."actorId" <> r."content" ->> 'actor' OR p."issueId" <> r."content" ->> 'issue')) AS moving
  FROM "Revision" r JOIN "Record" o ON o."id" = r."recordId"
  WHERE r."recordId" = ANY (${[...ids]}::text[]) AND r."state" = ${state}`;
