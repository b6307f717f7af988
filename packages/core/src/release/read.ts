import type { Prisma, PrismaClient } from '@rapporteur/db/generated/client';
import { snapshot, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Kind } from '@rapporteur/domain/kinds';
import { openStates, type State } from '@rapporteur/domain/lifecycle';
import type {
  EmbargoView,
  FailureView,
  PublicationStatus,
  ReleasePage,
  ReleaseState,
  ReleaseSummary,
  ReleaseView,
  ScheduleView,
} from '@rapporteur/domain/release-views';
import { authorize, type Caller } from '../policy';

const longestPage = 100;

export interface ReleaseQuery {
  state?: ReleaseState | undefined;
  /** Leaves out the schedules of single revisions, which have no name. */
  named?: boolean | undefined;
  /** The `next` of the page before. */
  after?: string | null | undefined;
  limit: number;
}

type Row = Prisma.ReleaseGetPayload<{ include: { _count: { select: { items: true } } } }>;
type EmbargoRow = Prisma.EmbargoGetPayload<Record<string, never>>;
type Names = (id: string) => { id: string; name: string };

/** Releases and schedules, the newest first. */
export async function listReleases(db: PrismaClient, caller: Caller, query: ReleaseQuery): Promise<ReleasePage> {
  authorize(caller, 'desk.read');
  const take = Math.min(Math.max(1, query.limit), longestPage);
  const cursor = query.after ? await db.release.findUnique({ where: { id: query.after } }) : null;
  if (query.after && !cursor) {
    throw new RapporteurError('invalid_input', 'This is not the cursor of a page.', [
      { path: '/after', message: 'is not a cursor' },
    ]);
  }
  const rows = await db.release.findMany({
    where: {
      ...(query.state ? { state: query.state } : {}),
      ...(query.named ? { name: { not: null } } : {}),
      ...(cursor
        ? { OR: [{ createdAt: { lt: cursor.createdAt } }, { createdAt: cursor.createdAt, id: { gt: cursor.id } }] }
        : {}),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    include: { _count: { select: { items: true } } },
    take: take + 1,
  });
  const page = rows.slice(0, take);
  const nameOf = await names(
    db,
    page.flatMap((row) => [row.createdById, row.scheduledById]),
  );
  return {
    items: page.map((row) => summaryOf(row, nameOf)),
    next: rows.length > take ? (page.at(-1)?.id ?? null) : null,
  };
}

/** A release with its records, as the desk works on it. */
export function getRelease(db: PrismaClient, caller: Caller, id: string): Promise<ReleaseView> {
  authorize(caller, 'desk.read');
  return snapshot(db, (tx) => readRelease(tx, id));
}

async function readRelease(db: Transaction, id: string): Promise<ReleaseView> {
  const row = await db.release.findUnique({
    where: { id },
    include: {
      _count: { select: { items: true } },
      items: {
        orderBy: { recordId: 'asc' },
        include: {
          record: { include: { embargo: true, revisions: { orderBy: { number: 'desc' }, take: 1 } } },
        },
      },
    },
  });
  if (!row) throw new RapporteurError('not_found', `There is no release ${id}.`);
  const nameOf = await names(db, [
    row.createdById,
    row.scheduledById,
    ...row.items.flatMap(({ record }) => record.embargo?.setById ?? []),
  ]);
  return {
    ...summaryOf(row, nameOf),
    items: row.items.map(({ record }) => {
      const [newest] = record.revisions;
      return {
        id: record.id,
        kind: record.kind as Kind,
        slug: record.slug,
        lockVersion: record.lockVersion,
        title: newest?.title ?? record.slug,
        revisionNumber: newest?.number ?? 0,
        state: (newest?.state ?? 'draft') as State,
        embargo: record.embargo === null ? null : embargoOf(record.embargo, nameOf),
      };
    }),
  };
}

/** When the open revision of a record is published, as far as that is decided. */
export function publicationStatusOf(db: PrismaClient, caller: Caller, id: string): Promise<PublicationStatus> {
  authorize(caller, 'desk.read');
  return snapshot(db, (tx) => readStatus(tx, id));
}

async function readStatus(db: Transaction, id: string): Promise<PublicationStatus> {
  const record = await db.record.findUnique({
    where: { id },
    include: {
      embargo: true,
      releases: { orderBy: { addedAt: 'desc' }, take: 1, include: { release: true } },
      revisions: { orderBy: { number: 'desc' }, take: 1, select: { createdAt: true, state: true } },
    },
  });
  if (!record) throw new RapporteurError('not_found', `There is no record ${id}.`);
  const [item] = record.releases;
  const active = item?.active === true ? item.release : null;
  const [newest] = record.revisions;
  const isOpen = newest !== undefined && openStates.some((state) => state === newest.state);
  // What happened to an earlier revision is of no concern to the one that is open, nor to one that was published since.
  const failed = isOpen && item && item.addedAt >= newest.createdAt ? item.release.failure : null;
  const nameOf = await names(db, [active?.scheduledById, record.embargo?.setById]);
  return {
    release: active && { id: active.id, name: active.name, state: active.state as ReleaseState },
    schedule: active && scheduleOf(active, nameOf),
    embargo: record.embargo && embargoOf(record.embargo, nameOf),
    failure: failed as FailureView | null,
  };
}

function summaryOf(row: Row, nameOf: Names): ReleaseSummary {
  return {
    id: row.id,
    name: row.name,
    state: row.state as ReleaseState,
    lockVersion: row.lockVersion,
    schedule: scheduleOf(row, nameOf),
    // Written by the one command that records it.
    failure: row.failure as FailureView | null,
    createdBy: nameOf(row.createdById),
    createdAt: row.createdAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    records: row._count.items,
  };
}

function scheduleOf(
  { at, local, zone, scheduledById }: Pick<Row, 'at' | 'local' | 'zone' | 'scheduledById'>,
  nameOf: Names,
): ScheduleView | null {
  if (at === null || local === null || zone === null || scheduledById === null) return null;
  return { at: at.toISOString(), local, zone, by: nameOf(scheduledById) };
}

const embargoOf = ({ until, local, zone, reason, setById }: EmbargoRow, nameOf: Names): EmbargoView => ({
  until: { at: until.toISOString(), local, zone },
  reason,
  by: nameOf(setById),
});

async function names(db: PrismaClient | Transaction, ids: readonly (string | null | undefined)[]): Promise<Names> {
  const wanted = [...new Set(ids.filter((id) => typeof id === 'string'))];
  const people = await db.user.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  const known = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => ({ id, name: known.get(id) ?? id });
}
