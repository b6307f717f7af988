import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import type { Kind } from '@rapporteur/domain/kinds';
import type { CitationView, PositionSummary, RecordLink, RelatedPositions, Total } from '@rapporteur/domain/views';
import { citationsOf } from '../record/evidence';
import { writeKeys } from '../record/key-cursor';
import { linkSql } from '../record/links';
import { liveRecord, pageOf, type RelatedQuery } from './page';
import { countedTo, namers, positionRelations, theRecord, toTotal, type Place } from './relations';

/** The most positions that the page of another record shows: every state can have one on an issue. */
const shown = 200;

/** The most issues of a programme whose positions stand on its page. */
const issuesOfProgramme = 100;

/** A position as it was read, before its passages have their numbers on the page. */
export interface PositionRow {
  total: number;
  sortKey: string;
  record: RecordLink;
  actor: RecordLink;
  issue: RecordLink;
  turns: (Omit<PositionSummary['turns'][number], 'notes'> & { ordinal: number })[];
}

/** The positions that belong on a page: its own, of an actor, on an issue, or on the issues a programme raises. Newest first. */
export async function positionsFor(
  published: Published,
  kind: Kind,
  id: string,
): Promise<{ rows: PositionRow[]; total: Total }> {
  const rows = await read(published, kind, id, { after: null, limit: shown, found: countedTo + 1 });
  return { rows, total: toTotal(rows[0]?.total ?? 0) };
}

/** A page of all the positions that belong on the page of a record; null where it is not public. */
export async function listPositions(published: Published, query: RelatedQuery): Promise<RelatedPositions | null> {
  const record = await liveRecord(published, query);
  if (record === null) return null;
  const list = `positions of ${record.id}`;
  const { after, limit } = pageOf(list, query);
  const rows = await read(published, record.kind, record.id, { after, limit: limit + 1, found: limit + 1 });
  const page = rows.slice(0, limit);
  const ids = page.map((row) => row.record.id);
  const citations = await citationsOf(published, null, ids);
  const last = page.at(-1);
  const next = rows.length > limit && last ? writeKeys(list, [last.sortKey, last.record.id]) : null;
  return { record, items: positionSummaries(page, null, citations), citations, next };
}

/** Positions with the notes of each turn: the numbers of its passages on the page of `pageId`. */
export function positionSummaries(
  rows: readonly PositionRow[],
  pageId: string | null,
  citations: readonly CitationView[],
): PositionSummary[] {
  return rows.map(({ record, actor, issue, turns }) => ({
    record,
    actor,
    issue,
    turns: turns.map(({ ordinal, ...turn }) => {
      const field = `${record.id === pageId ? '' : `/@${record.id}`}/turns/${ordinal}`;
      const held = citations.filter((citation) => citation.field === field || citation.field.startsWith(`${field}/`));
      return { ...turn, notes: [...new Set(held.map(({ note }) => note))] };
    }),
  }));
}

async function read(
  published: Published,
  kind: Kind,
  id: string,
  { after, limit, found }: { after: Place | null; limit: number; found: number },
): Promise<PositionRow[]> {
  const named = positionsNamed(kind, id, { after, limit: found });
  if (named === null) return [];
  return published.$queryRaw<PositionRow[]>`
    WITH named AS (${named}), shown AS (SELECT * FROM named ORDER BY "sortKey" DESC, "recordId" DESC LIMIT ${limit})
    SELECT (SELECT count(*)::int FROM named) AS total, n."sortKey", ${linkSql('e')} AS record, ${linkSql('a')} AS actor,
      ${linkSql('i')} AS issue, (
        SELECT jsonb_agg(jsonb_build_object(
          'ordinal', t."ordinal", 'turn', t."turn", 'stance', t."stance", 'date', t."date", 'summary', t."summary") ORDER BY t."ordinal")
        FROM "Turn" t WHERE t."recordId" = p."id") AS turns
    FROM shown n JOIN "Position" p ON p."id" = n."recordId" JOIN "Entry" e ON e."id" = p."id"
      JOIN "Entry" a ON a."id" = p."actorId" JOIN "Entry" i ON i."id" = p."issueId"
    ORDER BY n."sortKey" DESC, n."recordId" DESC`;
}

/** SQL: the positions that belong on the page of a record, the newest first; null where none can. */
export function positionsNamed(
  kind: Kind,
  id: string,
  page: { after: Place | null; limit: number },
): Prisma.Sql | null {
  if (kind === 'position') return Prisma.sql`SELECT '' AS "sortKey", ${id}::text AS "recordId"`;
  const relations = positionRelations[kind];
  if (relations === undefined) return null;
  const issues = namers(theRecord(id), ['issue/programmes'], { after: null, limit: issuesOfProgramme });
  const targets = kind === 'programme' ? Prisma.sql`SELECT "recordId" FROM (${issues}) AS issue` : theRecord(id);
  return namers(targets, relations, page);
}
