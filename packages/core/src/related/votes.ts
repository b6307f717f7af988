import type { Published } from '@rapporteur/db/clients';
import type { RecordLink } from '@rapporteur/domain/views';
import type { VoteCast, VotesCast } from '@rapporteur/domain/vote-views';
import { writeKeys } from '../record/key-cursor';
import { linkSql } from '../record/links';
import { liveRecord, pageOf, type RelatedQuery } from './page';
import { countedTo, namers, theRecord, toTotal, voteRelations } from './relations';

interface Row {
  sortKey: string;
  record: RecordLink;
  date: string;
  choice: VoteCast['choice'];
}

/** A page of the votes of an actor; null where it is not public. */
export async function listVotes(published: Published, query: Omit<RelatedQuery, 'kind'>): Promise<VotesCast | null> {
  const asked = { ...query, kind: 'actor' as const };
  const record = await liveRecord(published, asked);
  if (record === null) return null;
  const { after, limit } = pageOf(asked);
  const named = (from: typeof after, most: number) =>
    namers(theRecord(record.id), voteRelations, { after: from, limit: most });
  const [rows, [counted]] = await Promise.all([
    // Nobody votes twice in one vote; were it so, the first choice would stand for both.
    published.$queryRaw<Row[]>`
      SELECT n."sortKey", v."date", c."choice", ${linkSql('e')} AS record
      FROM (${named(after, limit + 1)}) AS n JOIN "Event" v ON v."id" = n."recordId" JOIN "Entry" e ON e."id" = v."id",
        LATERAL (SELECT c."choice" FROM "Choice" c WHERE c."recordId" = v."id" AND c."actorId" = ${record.id} ORDER BY c."id" LIMIT 1) AS c
      ORDER BY n."sortKey" DESC, n."recordId" DESC`,
    published.$queryRaw<{ found: number }[]>`SELECT count(*)::int AS found FROM (${named(null, countedTo + 1)}) AS n`,
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    record,
    items: page.map(({ record: vote, date, choice }) => ({ record: vote, date, choice })),
    total: toTotal(counted?.found ?? 0),
    next: rows.length > limit && last ? writeKeys([last.sortKey, last.record.id]) : null,
  };
}
