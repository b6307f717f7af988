import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import { exportsPage, type About } from './about';
import { jsonLists } from './json-list';

interface ActorRow {
  id: string;
  slug: string;
  title: string;
  type: string;
  names: { text: string; language: string; use: string }[] | null;
  identifiers: { scheme: string; value: string }[] | null;
}

interface MembershipRow {
  id: string;
  memberId: string;
  type: string;
  organisationId: string;
  role: string | null;
  period: string | null;
}

/** How many rows are read at once. */
const batch = 500;

/**
 * Actors and memberships as Popolo: persons, and organizations (states and bodies among them, which their classification tells).
 * What an actor is called in lists is its name; every name of the record, that one included, is among the others with its
 * language.
 */
export const popolo = (published: Published, about: About): AsyncGenerator<string> =>
  jsonLists(
    { meta: { source: `${about.site}${exportsPage}`, version: about.version, updated_at: about.recordedAt } },
    {
      persons: actors(published, about, (type) => type === 'person'),
      organizations: actors(published, about, (type) => type !== 'person'),
      memberships: memberships(published),
    },
  );

async function* actors(
  published: Published,
  { site }: About,
  wanted: (type: string) => boolean,
): AsyncGenerator<object> {
  for (let after = ''; ;) {
    const rows = await published.$queryRaw<ActorRow[]>(Prisma.sql`
      SELECT a."id", e."slug", e."title", a."type",
        (SELECT jsonb_agg(n ORDER BY split_part(n."id", '/', 3)::int) FROM "ActorName" n WHERE n."recordId" = a."id") AS "names",
        (SELECT jsonb_agg(i ORDER BY split_part(i."id", '/', 3)::int) FROM "ActorIdentifier" i WHERE i."recordId" = a."id") AS "identifiers"
      FROM "Actor" a JOIN "Entry" e ON e."id" = a."id" WHERE a."id" > ${after} ORDER BY a."id" LIMIT ${batch}`);
    for (const row of rows.filter(({ type }) => wanted(type))) {
      yield {
        id: row.id,
        name: row.title,
        ...(row.type === 'person' ? {} : { classification: row.type }),
        other_names: (row.names ?? []).map(({ text, language, use }) => ({ name: text, note: use, lang: language })),
        identifiers: (row.identifiers ?? []).map(({ scheme, value }) => ({ scheme, identifier: value })),
        links: [{ url: `${site}/actors/${row.slug}` }],
      };
    }
    after = rows.at(-1)?.id ?? after;
    if (rows.length < batch) return;
  }
}

async function* memberships(published: Published): AsyncGenerator<object> {
  for (let after = ''; ;) {
    const rows = await published.$queryRaw<MembershipRow[]>(Prisma.sql`
      SELECT m."id", m."recordId" AS "memberId", a."type", m."organisationId", m."role", m."period"
      FROM "Membership" m JOIN "Actor" a ON a."id" = m."recordId" WHERE m."id" > ${after} ORDER BY m."id" LIMIT ${batch}`);
    for (const { id, memberId, type, organisationId, role, period } of rows) {
      yield {
        id,
        member_id: memberId,
        // What is no person is told as a whole there, of which its id is enough.
        ...(type === 'person' ? { person_id: memberId } : { member: { id: memberId } }),
        organization_id: organisationId,
        ...(role === null ? {} : { role }),
        ...datesOf(period),
      };
    }
    after = rows.at(-1)?.id ?? after;
    if (rows.length < batch) return;
  }
}

/**
 * The dates of a membership as Popolo has them: a year, a month or a day, as precise as the record is and no more. What is
 * uncertain, approximate or open there is left out here, where nothing could say so.
 */
export function datesOf(period: string | null): { start_date?: string; end_date?: string } {
  const [start = '', end = start] = (period ?? '').split('/');
  const certain = (date: string) => /^\d{4}(-\d{2}){0,2}$/.test(date);
  return { ...(certain(start) ? { start_date: start } : {}), ...(certain(end) ? { end_date: end } : {}) };
}
