import { Prisma, type PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { rhythms, type Rhythm } from '@rapporteur/domain/alert/asking';
import { mailSettings } from '../env';
import { enqueue } from '../job/enqueue';
import { readAbout } from './about';
import { changesFor } from './changes';
import { dueAt } from './due';

/** How many readers are looked up at a time. */
const batch = 500;

/**
 * Looks for each reader whether there is something to tell them, and makes a mail of it where it is due. What is not due yet
 * is looked at again when it is. Of two that run at once, each reader is told by one. Without mail nobody is told, and what
 * there was to tell waits.
 */
export async function lookForAlerts(db: PrismaClient): Promise<void> {
  if (mailSettings() === null) return;
  const newest = (await db.publication.aggregate({ _max: { sequence: true } }))._max.sequence ?? 0n;
  let next: Date | null = null;
  for (let after = ''; ;) {
    const ids = await behind(db, newest, after);
    for (const id of ids) {
      const due = await transaction(db, (tx) => tell(tx, id, newest));
      if (due !== null && (next === null || due < next)) next = due;
    }
    after = ids.at(-1) ?? '';
    if (ids.length < batch) break;
  }
  const at = next;
  // Under another key than what a publication adds: it would be put off otherwise.
  if (at !== null) await transaction(db, (tx) => enqueue(tx, 'alert.look', {}, { at, key: 'alert.due' }));
}

/** The readers who were not told of everything yet, and those whose search was never looked at. */
async function behind(db: PrismaClient, newest: bigint, after: string): Promise<string[]> {
  const rows = await db.alert.findMany({
    where: {
      confirmedAt: { not: null },
      id: { gt: after },
      OR: [{ told: { lt: newest } }, { about: { startsWith: 'search' }, seen: { isEmpty: true } }],
    },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: batch,
  });
  return rows.map(({ id }) => id);
}

interface Row {
  about: string;
  rhythm: Rhythm;
  told: bigint;
  seen: string[];
  mailedAt: Date | null;
  now: Date;
}

/** Makes a mail of what is to be told to one reader; gives when, if that is later. */
async function tell(tx: Transaction, id: string, newest: bigint): Promise<Date | null> {
  // Locked, so that who looks at the same time finds them told.
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT "about", "rhythm", "told", "seen", "mailedAt", clock_timestamp() AS now FROM "Alert"
    WHERE "id" = ${id} AND "confirmedAt" IS NOT NULL AND "rhythm" IN (${Prisma.join(rhythms)}) FOR UPDATE`;
  if (row === undefined || row.told > newest) return null;
  const { sequences, count, since, seen } = await changesFor(tx, readAbout(row.about), row, newest);
  if (since !== null) {
    const due = dueAt(row.rhythm, since, row.mailedAt);
    if (due > row.now) return due;
    const mail = await tx.alertMail.create({ data: { alertId: id, upTo: newest, sequences, count } });
    await enqueue(tx, 'alert.mail', { mailId: mail.id });
  }
  await tx.alert.update({
    where: { id },
    data: { told: newest, seen, ...(since === null ? {} : { mailedAt: row.now }) },
  });
  return null;
}
