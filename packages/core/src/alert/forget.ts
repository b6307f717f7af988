import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { enqueue } from '../job/enqueue';

const day = 24 * 60 * 60_000;

/** How long somebody has to confirm what was asked for their address, in milliseconds. */
export const timeToConfirm = 2 * day;

/** How long it is kept which changes a mail told of that was sent, in milliseconds. */
const timeOfMails = 30 * day;

/**
 * Forgets the addresses that nobody has confirmed in time, the links to confirm that are too old, and which mails were sent
 * long ago. Links to leave belong to the alert and not to a mail: they go on working.
 */
export function forgetOld(db: PrismaClient): Promise<void> {
  return transaction(db, async (tx) => {
    const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
    const now = clock?.now ?? new Date();
    await tx.alert.deleteMany({ where: { confirmedAt: null, askedAt: { lte: before(now, timeToConfirm) } } });
    await tx.alertToken.deleteMany({ where: { expiresAt: { lte: now } } });
    await tx.alertMail.deleteMany({ where: { sentAt: { lte: before(now, timeOfMails) } } });
    const [asked, links, mails] = await Promise.all([
      tx.alert.aggregate({ where: { confirmedAt: null }, _min: { askedAt: true } }),
      tx.alertToken.aggregate({ _min: { expiresAt: true } }),
      tx.alertMail.aggregate({ _min: { sentAt: true } }),
    ]);
    const next = [after(asked._min.askedAt, timeToConfirm), after(links._min.expiresAt, 0)];
    next.push(after(mails._min.sentAt, timeOfMails));
    const times = next.filter((time) => time !== null);
    if (times.length > 0) await forgetLater(tx, now, Math.min(...times));
  });
}

/**
 * Has what is old forgotten, unless that is to happen anyway: never later than what somebody asks for meanwhile may be kept,
 * because their asking leaves the job at its time.
 */
export const forgetLater = (tx: Transaction, now: Date, time = Infinity): Promise<void> =>
  enqueue(
    tx,
    'alert.forget',
    {},
    { at: new Date(Math.min(time, now.getTime() + timeToConfirm)), key: 'alert.forget', keep: true },
  );

const before = (now: Date, time: number): Date => new Date(now.getTime() - time);
const after = (instant: Date | null, time: number): number | null => instant && instant.getTime() + time;
