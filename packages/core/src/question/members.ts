import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import { kindOfId } from '@rapporteur/domain/ids';
import type { Question } from '@rapporteur/domain/question/question';
import { mostMembers } from '@rapporteur/domain/question/views';
import type { SearchFilter } from '@rapporteur/domain/search/views';
import { positionsOnBoard } from '../board/read';
import { inOrder, onList } from '../record/list';
import { positionsNamed } from '../related/positions';
import { namers, statementRelations, theRecord } from '../related/relations';
import { settle } from '../search/settle';
import type { Match } from '../search/match';
import { matching } from '../search/matching';

/** A record that answers, in its public version. */
export interface Member {
  id: string;
  revision: number;
}

/** The records that answer a question. */
export interface Members {
  /** By id, so that the same records are the same answer. */
  records: Member[];
  /** False where more records answer it than are looked at: then these are the first of them. */
  complete: boolean;
}

type Asked<O extends Question['of']> = Extract<Question, { of: O }>;

/** Reads which records answer a question, at the moment of `published`: the first `most` of them. */
export async function membersOf(published: Published, question: Question, most = mostMembers): Promise<Members> {
  // One more than are looked at, which tells whether there are more.
  const limit = most + 1;
  switch (question.of) {
    case 'list': {
      const { kind, type, region } = question;
      return read(
        published,
        most,
        Prisma.sql`SELECT e."id" FROM "Entry" e WHERE ${onList(kind, { type, region })} ${inOrder(kind)} LIMIT ${limit}`,
      );
    }
    case 'related': {
      const wanted = relatedTo(question, limit);
      return wanted === null ? none : read(published, most, wanted);
    }
    case 'board': {
      const { id, member, region } = question;
      const about = {
        kind: kindOfId(id) === 'issue' ? ('issue' as const) : ('actor' as const),
        id,
        organisation: member,
        region,
      };
      return read(
        published,
        most,
        Prisma.sql`SELECT p."id" ${positionsOnBoard(about)} ORDER BY e."sortKey" DESC, e."id" DESC LIMIT ${limit}`,
      );
    }
    case 'search':
      return found(published, question, most);
  }
}

const none: Members = { records: [], complete: true };

/** Reads the public records of a list of ids, as far as they are looked at. `ids` is SQL that gives one more, in order. */
async function read(published: Published, most: number, ids: Prisma.Sql): Promise<Members> {
  const rows = await published.$queryRaw<(Member & { more: boolean })[]>`
    WITH m AS MATERIALIZED (SELECT * FROM unnest(ARRAY(${ids})) WITH ORDINALITY AS m("id", "place"))
    SELECT e."id", e."revisionNumber" AS revision, EXISTS (SELECT FROM m WHERE "place" > ${most}) AS more
    FROM "Entry" e WHERE e."state" = 'live' AND e."id" IN (SELECT "id" FROM m WHERE "place" <= ${most})`;
  const records = rows.map(({ id, revision }) => ({ id, revision }));
  return { records: records.toSorted((a, b) => (a.id < b.id ? -1 : 1)), complete: rows[0]?.more !== true };
}

function relatedTo({ id, list }: Asked<'related'>, limit: number): Prisma.Sql | null {
  const kind = kindOfId(id);
  if (kind === null) return null;
  const first = { after: null, limit };
  switch (list) {
    case 'positions': {
      const rows = positionsNamed(kind, id, first);
      return rows && Prisma.sql`SELECT n."recordId" FROM (${rows}) AS n ${newestFirst}`;
    }
    case 'statements': {
      const relations = statementRelations[kind];
      return relations === undefined
        ? null
        : Prisma.sql`SELECT n."recordId" FROM (${namers(theRecord(id), relations, first)}) AS n ${newestFirst}`;
    }
    case 'mentions':
      return Prisma.sql`SELECT DISTINCT r."recordId" FROM "Reference" r
        WHERE r."targetId" = ${id} AND r."recordId" <> ${id} ORDER BY r."recordId" LIMIT ${limit}`;
  }
}

const newestFirst = Prisma.sql`ORDER BY n."sortKey" DESC, n."recordId" DESC`;

/** Reads which records a search that is settled finds, without ranking them: the first `most` of them. */
export function membersMatched(
  published: Published,
  match: Match | null,
  filter: SearchFilter,
  most = mostMembers,
): Promise<Members> {
  if (match === null) return Promise.resolve(none);
  return read(
    published,
    most,
    Prisma.sql`WITH ${matching(match, filter)}
      SELECT "recordId" FROM (SELECT "recordId", "precedence", "id" FROM own UNION ALL SELECT "recordId", "precedence", "id" FROM cited) AS m
      ORDER BY "precedence" DESC, "id" DESC LIMIT ${most + 1}`,
  );
}

/** What a search finds, in the way in which its page finds it, without ranking it. */
async function found(published: Published, { question, filter }: Asked<'search'>, most: number): Promise<Members> {
  const { answer } = await settle(published, { question, filter }, { found: 0, ...none }, async (match) => {
    const members = await membersMatched(published, match, filter, most);
    return { found: members.records.length, ...members };
  });
  return { records: answer.records, complete: answer.complete };
}
