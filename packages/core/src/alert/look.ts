import type { Published } from '@rapporteur/db/clients';
import { Prisma, type PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { rhythms, type Rhythm } from '@rapporteur/domain/alert/asking';
import { mailSettings } from '../env';
import { enqueue } from '../job/enqueue';
import { followMerges } from '../question/follow';
import { membersOf } from '../question/members';
import { readAbout, type About } from './about';
import { changesFor } from './changes';
import { dueAt, hourAfter, hourBefore } from './due';
import { forgetLater } from './forget';
import { followMerged } from './merged';

/** How many readers are looked up at a time. */
const batch = 500;

/** Looks, now, for each reader whether there is something to tell them. */
export async function lookForAlerts(db: PrismaClient): Promise<void> {
  const [clock] = await db.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
  await lookAsOf(db, clock?.now ?? new Date());
}

/**
 * Looks for each reader whether there is something to tell them, and makes a mail of it where it is due at `now`. What is not
 * due yet is looked at again when it is. Of two that run at once, each reader is told by one. Where one reader fails, the
 * others are told all the same, and the error is thrown at the end. Without mail nobody is told, and what there was to tell
 * waits.
 */
export async function lookAsOf(db: PrismaClient, now: Date): Promise<void> {
  if (mailSettings() === null) return;
  const newest = (await db.publication.aggregate({ _max: { sequence: true } }))._max.sequence ?? 0n;
  const find = findOnce(db);
  const failures: unknown[] = [];
  let next = Infinity;
  for (let after: Behind = { id: '', about: '' }; ;) {
    const readers = await behind(db, newest, now, after);
    for (const { id, about } of readers) {
      try {
        const found = await find(about);
        const due = await transaction(db, (tx) => tell(tx, { id, about, found }, newest, now));
        next = Math.min(next, due?.getTime() ?? Infinity);
      } catch (error) {
        failures.push(error);
      }
    }
    after = readers.at(-1) ?? after;
    if (readers.length < batch) break;
  }
  const waiting = { confirmedAt: { not: null }, rhythm: 'daily', told: { lt: newest } };
  if ((await db.alert.findFirst({ where: waiting, select: { id: true } })) !== null)
    next = Math.min(next, hourAfter(hourBefore(now)).getTime());
  // Under another key than what a publication adds: it would be put off otherwise.
  if (next < Infinity)
    await transaction(db, (tx) => enqueue(tx, 'alert.look', {}, { at: new Date(next), key: 'alert.due' }));
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, `${failures.length} readers could not be told.`);
}

interface Behind {
  id: string;
  about: string;
}

/**
 * The readers who were not told of everything yet, and those whose search was never looked at, by what they follow. Those who
 * are told once a day only where something is left from before their last hour.
 */
function behind(db: PrismaClient, newest: bigint, now: Date, after: Behind): Promise<Behind[]> {
  return db.$queryRaw<Behind[]>`
    SELECT a."id", a."about" FROM "Alert" a
    WHERE a."confirmedAt" IS NOT NULL AND (a."about", a."id") > (${after.about}, ${after.id})
      AND ((a."about" LIKE 'search%' AND a."seen" = '{}') OR (a."told" < ${newest} AND (a."rhythm" <> 'daily'
        OR (SELECT p."recordedAt" FROM "Publication" p WHERE p."sequence" > a."told" ORDER BY p."sequence" LIMIT 1) < ${hourBefore(now)})))
    ORDER BY a."about", a."id" LIMIT ${batch}`;
}

/** What a search finds, once for all who follow it and stand beside one another. What is no search finds nothing. */
function findOnce(published: Published): (about: string) => Promise<string[]> {
  let last: { about: string; found: string[] } | null = null;
  return async (about) => {
    if (last?.about !== about) last = { about, found: await foundBy(published, readAbout(about)) };
    return last.found;
  };
}

async function foundBy(published: Published, about: About): Promise<string[]> {
  if (about.of !== 'search') return [];
  const { records } = await membersOf(published, await followMerges(published, about));
  return records.map(({ id }) => id);
}

interface Row {
  rhythm: Rhythm;
  told: bigint;
  seen: string[];
  mailedAt: Date | null;
  /** What the record that they follow was merged into. */
  into: string | null;
}

/** Makes a mail of what is to be told to one reader; gives when, if that is later. */
async function tell(
  tx: Transaction,
  { id, about, found }: Behind & { found: string[] },
  newest: bigint,
  now: Date,
): Promise<Date | null> {
  // Locked, so that who looks at the same time finds them told.
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT a."rhythm", a."told", a."seen", a."mailedAt", (SELECT e."mergedIntoId" FROM "Entry" e WHERE e."id" = a."about") AS "into"
    FROM "Alert" a WHERE a."id" = ${id} AND a."about" = ${about} AND a."confirmedAt" IS NOT NULL
      AND a."rhythm" IN (${Prisma.join(rhythms)}) FOR UPDATE`;
  if (row === undefined || row.told > newest) return null;
  if (row.into !== null && !(await followMerged(tx, id, row.into))) return null;
  const followed = readAbout(row.into ?? about);
  const { sequences, count, since } = await changesFor(tx, followed, { ...row, found }, newest);
  if (since !== null) {
    const due = dueAt(row.rhythm, since, row.mailedAt);
    if (due > now) return due;
    const mail = await tx.alertMail.create({ data: { alertId: id, upTo: newest, sequences, count } });
    await enqueue(tx, 'alert.mail', { mailId: mail.id });
    await forgetLater(tx, now);
  }
  await tx.alert.update({
    where: { id },
    data: { told: newest, seen: found, ...(since === null ? {} : { mailedAt: now }) },
  });
  return null;
}
