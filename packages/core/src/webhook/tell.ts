import { setTimeout as sleep } from 'node:timers/promises';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction } from '@rapporteur/db/transaction';
import { enqueue } from '../job/enqueue';
import { after, begun, choose } from './choose';
import { deliver, parkSpent, type Sending } from './deliver';
import { standing, type Addressee } from './standing';

/** How soon what was published meanwhile is told to others while some address keeps its worker waiting, in milliseconds. */
const lookInterval = 250;

/**
 * Tells every address what is due for it, until nothing is; then it is woken again when something will be. Each address has one
 * request at a time and a course of its own, so one that is slow, or never answers, delays itself alone. Rejects with the first
 * failure of the database, once all that was under way has ended.
 */
export async function tellWebhooks(db: PrismaClient, sending: Sending, stopped: AbortSignal): Promise<void> {
  await parkSpent(db);
  const open = new Map<string, Promise<void>>();
  let failure: unknown;
  const begin = (to: Addressee): void => {
    const course = tellOne(db, to, sending, stopped)
      .catch((error: unknown) => (failure ??= error))
      .then(() => void open.delete(to.id));
    open.set(to.id, course);
  };
  while (!stopped.aborted && failure === undefined) {
    const due = (await standing(db)).filter((to) => !open.has(to.id) && 'now' in choose(to, begun, Date.now()));
    due.forEach(begin);
    if (open.size === 0) break;
    const looking = new AbortController();
    await Promise.race([Promise.all(open.values()), sleep(lookInterval, undefined, looking)]);
    looking.abort();
  }
  await Promise.all(open.values());
  if (failure !== undefined) throw failure;
  await wakeAgain(db);
}

/** Tells one address what is due for it, one after the other. */
async function tellOne(db: PrismaClient, first: Addressee, sending: Sending, stopped: AbortSignal): Promise<void> {
  let run = begun;
  for (let to: Addressee | undefined = first; to !== undefined && !stopped.aborted; [to] = await standing(db, to.id)) {
    const choice = choose(to, run, Date.now());
    if (!('now' in choice)) return;
    const outcome = await deliver(db, to, choice.now.id, sending);
    // Paused meanwhile, or told by another.
    if (outcome === null) return;
    run = after(run, to, choice.now, outcome === 'delivered');
  }
}

/** Has what will be due told when it is. */
async function wakeAgain(db: PrismaClient): Promise<void> {
  const choices = (await standing(db)).map((to) => choose(to, begun, Date.now()));
  const times = choices.flatMap((choice) => ('now' in choice ? [Date.now()] : choice.at === null ? [] : [choice.at]));
  if (times.length === 0) return;
  // Whoever published meanwhile has woken it for now: that stays.
  await transaction(db, (tx) =>
    enqueue(tx, 'webhook.tell', {}, { key: 'webhook.tell', at: new Date(Math.min(...times)), keep: true }),
  );
}
