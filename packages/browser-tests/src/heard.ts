import type { PrismaClient } from '@rapporteur/db/generated/client';
import { expect, inject } from 'vitest';

const newest = async (db: PrismaClient): Promise<number> =>
  Number((await db.publication.aggregate({ _max: { sequence: true } }))._max.sequence ?? 0);

/** Waits until a site knows of all that was published: it hears of it a moment later. Answers the number of the newest. */
export async function heard(db: PrismaClient, site = inject('product').site): Promise<number> {
  const sequence = await newest(db);
  const known = async () => {
    const answer = await fetch(`${site}/api/trpc/status.get?input=%7B%7D`);
    return ((await answer.json()) as { result: { data: { version: number } } }).result.data.version;
  };
  await expect.poll(known).toBeGreaterThanOrEqual(sequence);
  return sequence;
}

/**
 * Looks at the record of the product while it stays as it is. Other files publish in it side by side with this one: where
 * somebody did meanwhile, neither what was seen nor what failed counts, and everything is looked at again.
 */
export async function unmoved<T>(db: PrismaClient, look: () => Promise<T>): Promise<T> {
  for (;;) {
    const sequence = await heard(db);
    const seen = await look().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    if ((await newest(db)) !== sequence) continue;
    if ('error' in seen) throw seen.error;
    return seen.value;
  }
}
