import type { Prisma, PrismaClient } from '@rapporteur/db/generated/client';
import { authorize, type Caller } from '../policy';

export interface AuditFilter {
  /** The address of whoever did it, or to whom it was done. */
  person?: string | undefined;
  action?: string | undefined;
  recordId?: string | undefined;
  /** Days in UTC, as 2024-01-15; both are within. */
  from?: string | undefined;
  until?: string | undefined;
}

export interface AuditView {
  id: string;
  at: string;
  action: string;
  person: PersonName | null;
  subject: PersonName | null;
  record: { id: string; kind: string; slug: string } | null;
  revisionNumber: number | null;
  detail: unknown;
}
interface PersonName {
  id: string;
  name: string;
  email: string | null;
}

/** A page of the audit log, the newest first. `next` is the cursor of the page after. */
export async function listAudit(
  db: PrismaClient,
  caller: Caller,
  filter: AuditFilter,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ items: AuditView[]; next: string | null }> {
  authorize(caller, 'audit.read');
  const where = await condition(db, filter);
  if (where === null) return { items: [], next: null };
  const rows = await db.auditEntry.findMany({
    where: { ...where, ...(after === null ? {} : { id: { lt: BigInt(after) } }) },
    orderBy: { id: 'desc' },
    take: limit + 1,
    include: { record: { select: { id: true, kind: true, slug: true } } },
  });
  const page = rows.slice(0, limit);
  const nameOf = await names(
    db,
    page.flatMap(({ userId, subjectId }) => [userId, subjectId]),
  );
  return {
    items: page.map((row) => ({
      id: String(row.id),
      at: row.at.toISOString(),
      action: row.action,
      person: nameOf(row.userId),
      subject: nameOf(row.subjectId),
      record: row.record,
      revisionNumber: row.revisionNumber,
      detail: row.detail,
    })),
    next: rows.length > limit ? String(page.at(-1)?.id) : null,
  };
}

/** How many entries a filter finds, counted no further than `most`. */
export async function countAudit(db: PrismaClient, caller: Caller, filter: AuditFilter, most: number): Promise<number> {
  authorize(caller, 'audit.read');
  const where = await condition(db, filter);
  return where === null ? 0 : (await db.auditEntry.findMany({ where, take: most, select: { id: true } })).length;
}

/** The actions that the log holds, by name. Each is found by one step through the index, however long the log is. */
export async function listAuditActions(db: PrismaClient, caller: Caller): Promise<string[]> {
  authorize(caller, 'audit.read');
  const rows = await db.$queryRaw<{ action: string }[]>`
    WITH RECURSIVE step AS (
      (SELECT "action" FROM "AuditEntry" ORDER BY "action" LIMIT 1)
      UNION ALL
      SELECT (SELECT "action" FROM "AuditEntry" e WHERE e."action" > step."action" ORDER BY "action" LIMIT 1)
      FROM step WHERE step."action" IS NOT NULL
    )
    SELECT "action" FROM step WHERE "action" IS NOT NULL LIMIT 500`;
  return rows.map(({ action }) => action);
}

/** The condition of a filter; null where it names a person whom the desk has never known. */
async function condition(db: PrismaClient, filter: AuditFilter): Promise<Prisma.AuditEntryWhereInput | null> {
  const { person, action, recordId, from, until } = filter;
  const where: Prisma.AuditEntryWhereInput = {
    ...(action === undefined ? {} : { action }),
    ...(recordId === undefined ? {} : { recordId }),
    at: {
      ...(from === undefined ? {} : { gte: new Date(`${from}T00:00:00Z`) }),
      ...(until === undefined ? {} : { lt: new Date(Date.parse(`${until}T00:00:00Z`) + 24 * 60 * 60 * 1000) }),
    },
  };
  if (person === undefined) return where;
  const user = await db.user.findUnique({ where: { email: person }, select: { id: true } });
  return user === null ? null : { ...where, OR: [{ userId: user.id }, { subjectId: user.id }] };
}

/** Somebody who is not among the people of the desk, such as a script, is called by their id. */
async function names(
  db: PrismaClient,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => PersonName | null> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  const people = await db.user.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true, email: true },
  });
  const known = new Map(people.map((person) => [person.id, person]));
  return (id) => (id === null ? null : (known.get(id) ?? { id, name: id, email: null }));
}
