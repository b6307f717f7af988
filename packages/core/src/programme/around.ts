import type { Published } from '@rapporteur/db/clients';
import type { ProgrammeContent } from '@rapporteur/domain/content/programme';
import { bounds } from '@rapporteur/domain/edtf';
import { mostCommitments, mostEditions, type ProgrammeAround } from '@rapporteur/domain/programme/views';
import type { RecordLink } from '@rapporteur/domain/views';
import type { Language } from '@rapporteur/domain/translation/languages';
import type { Texts } from '@rapporteur/domain/translation/texts';
import { newestPublication } from '../record/history';
import { linkSql } from '../record/links';
import { liveRecord } from '../related/page';
import { wordsIn } from '../translation/names';

/** What stands around a programme, with what editions are called in a language, if one is asked for; null where it is not public. */
export async function readAround(
  published: Published,
  slug: string,
  language: Language | null = null,
): Promise<ProgrammeAround | null> {
  const record = await liveRecord(published, { kind: 'programme', slug, limit: 1 });
  if (record === null) return null;
  const [editions, commitments, setOut, newest] = await Promise.all([
    editionsOf(published, record.id, language),
    commitmentsUnder(published, record.id),
    setOutOf(published, record.id),
    newestPublication(published),
  ]);
  return {
    record,
    until: (newest?.recordedAt ?? new Date(0)).toISOString().slice(0, 10),
    editions,
    commitments,
    setOut,
  };
}

/** When an edition begins, for the order of a line. */
const beginning = (period: string | null): string => {
  if (period === null) return '';
  const { lower, upper } = bounds(period);
  return lower ?? upper ?? '';
};

type Edition = ProgrammeAround['editions'][number];

/** Those that begin first come first; of those that begin together, by their addresses. */
function byBeginning(a: Edition, b: Edition): number {
  const [first, second] = [beginning(a.period), beginning(b.period)];
  if (first !== second) return first < second ? -1 : 1;
  return a.record.slug < b.record.slug ? -1 : 1;
}

/**
 * The line that a programme belongs to: what it succeeds and what succeeds it, on and on, and the editions of the same whole.
 */
async function editionsOf(
  published: Published,
  id: string,
  language: Language | null,
): Promise<ProgrammeAround['editions']> {
  const rows = await published.$queryRaw<{ record: RecordLink; content: ProgrammeContent }[]>`
    WITH RECURSIVE line("id") AS (
      SELECT ${id}::text
      UNION
      SELECT n."id" FROM line, LATERAL (
        SELECT r."programmeId" AS "id" FROM "ProgrammeRelation" r WHERE r."recordId" = line."id" AND r."type" = 'succeeds'
        UNION ALL
        SELECT r."recordId" FROM "ProgrammeRelation" r WHERE r."programmeId" = line."id" AND r."type" = 'succeeds'
        UNION ALL
        SELECT o."id" FROM "Programme" p JOIN "Programme" o ON o."editionOfId" = p."editionOfId" WHERE p."id" = line."id"
      ) AS n
    )
    SELECT ${linkSql('e')} AS record, r."content"
    FROM (SELECT "id" FROM line ORDER BY "id" <> ${id}, "id" LIMIT ${mostEditions}) AS l
      JOIN "Entry" e ON e."id" = l."id" AND e."state" = 'live'
      JOIN "PublishedRevision" r ON r."recordId" = e."id" AND r."revisionNumber" = e."revisionNumber"`;
  const ids = rows.map(({ record }) => record.id);
  const told = language === null || rows.length < 2 ? null : await wordsIn(published, language, ids);
  return rows
    .map(({ record, content: { edition, period, status, nature, provisions } }) => ({
      record,
      edition,
      period,
      status,
      nature,
      provisions,
      translated: namesAmong(told?.get(record.id)?.texts ?? {}),
    }))
    .toSorted(byBeginning);
}

const namesAmong = (texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([field]) => /^\/(?:edition|provisions\/\d+\/subject)$/.test(field)));

/** The commitments under a programme, those that moved last first, with who owes them and how far they have come. */
function commitmentsUnder(published: Published, id: string): Promise<ProgrammeAround['commitments']> {
  return published.$queryRaw<ProgrammeAround['commitments']>`
    SELECT ${linkSql('e')} AS record, (
        SELECT coalesce(jsonb_agg(${linkSql('a')} ORDER BY p."id"), '[]')
        FROM "CommitmentParty" p JOIN "Entry" a ON a."id" = p."actorId" WHERE p."recordId" = c."id" AND p."side" = 'owed_by'
      ) AS "owedBy", (
        SELECT coalesce(jsonb_agg(jsonb_build_object('step', s."step", 'date', s."date") ORDER BY s."ordinal"), '[]')
        FROM "CommitmentStep" s WHERE s."recordId" = c."id"
      ) AS steps
    FROM "Commitment" c JOIN "Entry" e ON e."id" = c."id"
    WHERE c."programmeId" = ${id} ORDER BY e."sortKey" DESC, e."id" DESC LIMIT ${mostCommitments}`;
}

/** Where a programme was set out, if the record says and it is public. */
async function setOutOf(published: Published, id: string): Promise<ProgrammeAround['setOut']> {
  const [row] = await published.$queryRaw<{ event: RecordLink; date: string }[]>`
    SELECT ${linkSql('e')} AS event, v."date"
    FROM "Reference" r JOIN "Event" v ON v."id" = r."targetId" JOIN "Entry" e ON e."id" = v."id"
    WHERE r."recordId" = ${id} AND r."field" = '/setOutAt'`;
  return row ?? null;
}
