import type { Published } from '@rapporteur/db/clients';
import type { Kind } from '@rapporteur/domain/kinds';
import type { RecordLink, RelatedStatements, StatementSummary, Total } from '@rapporteur/domain/views';
import { linkSql } from '../record/links';
import { writeKeys } from '../record/key-cursor';
import { liveRecord, pageOf, type RelatedQuery } from './page';
import { countedTo, namers, statementRelations, theRecord, toTotal, type Place } from './relations';

/** The most statements that the page of another record shows. */
const shown = 50;

interface Row {
  total: number;
  sortKey: string;
  record: RecordLink;
  speaker: RecordLink;
  text: string;
  speech: StatementSummary['speech'];
  date: string;
}

/** The statements that belong on a page: of a speaker, on an issue, at an event, or about a programme. Newest first. */
export async function statementsFor(
  published: Published,
  kind: Kind,
  id: string,
): Promise<{ statements: StatementSummary[]; total: Total }> {
  const rows = await read(published, kind, id, { after: null, limit: shown, found: countedTo + 1 });
  return { statements: rows.map(toSummary), total: toTotal(rows[0]?.total ?? 0) };
}

/** A page of all the statements that belong on the page of a record; null where it is not public. */
export async function listStatements(published: Published, query: RelatedQuery): Promise<RelatedStatements | null> {
  const record = await liveRecord(published, query);
  if (record === null) return null;
  const list = `statements of ${record.id}`;
  const { after, limit } = pageOf(list, query);
  const rows = await read(published, record.kind, record.id, { after, limit: limit + 1, found: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > limit && last ? writeKeys(list, [last.sortKey, last.record.id]) : null;
  return { record, items: page.map(toSummary), next };
}

async function read(
  published: Published,
  kind: Kind,
  id: string,
  { after, limit, found }: { after: Place | null; limit: number; found: number },
): Promise<Row[]> {
  const relations = statementRelations[kind];
  if (relations === undefined) return [];
  return published.$queryRaw<Row[]>`
    WITH named AS (${namers(theRecord(id), relations, { after, limit: found })}),
      shown AS (SELECT * FROM named ORDER BY "sortKey" DESC, "recordId" DESC LIMIT ${limit})
    SELECT (SELECT count(*)::int FROM named) AS total, n."sortKey", s."text", s."speech", s."date",
      ${linkSql('e')} AS record, ${linkSql('p')} AS speaker
    FROM shown n JOIN "Statement" s ON s."id" = n."recordId" JOIN "Entry" e ON e."id" = s."id" JOIN "Entry" p ON p."id" = s."speakerId"
    ORDER BY n."sortKey" DESC, n."recordId" DESC`;
}

const toSummary = ({ record, speaker, text, speech, date }: Row): StatementSummary => ({
  record,
  speaker,
  text,
  speech,
  date,
});
