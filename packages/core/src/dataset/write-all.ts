import type { BulkClient } from '@rapporteur/db/bulk';
import type { ImportPeople } from '../bundle/people';
import type { Planned } from './planned';
import { writeBatch, type Decided, type Written } from './write-batch';

/**
 * Writes batches, as many at a time as there are clients: while one is published, the next is drafted and approved.
 * Publications follow one another all the same, because the database lets one through after the other. One kind is whole
 * before the next begins: what others rest on or name is public before them. Fails with the first batch that does, when the
 * others have ended.
 */
export async function writeAll(
  clients: readonly BulkClient[],
  people: ImportPeople,
  batches: Iterable<readonly Planned[]>,
  decided: Decided,
  onBatch: (batch: readonly Planned[], written: Written) => void,
): Promise<void> {
  const free = [...clients];
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const start = (client: BulkClient, batch: readonly Planned[]): void => {
    const writing = writeBatch(client, people, batch, decided)
      .then((written) => onBatch(batch, written))
      .catch((error: unknown) => void failures.push(error))
      .finally(() => {
        free.push(client);
        running.delete(writing);
      });
    running.add(writing);
  };
  let kind: string | undefined;
  try {
    for (const batch of batches) {
      if (batch[0]?.kind !== kind) await Promise.all(running);
      else if (free.length === 0) await Promise.race(running);
      if (failures.length > 0) break;
      kind = batch[0]?.kind;
      const client = free.pop();
      if (client) start(client, batch);
    }
  } finally {
    // Whoever closes the clients afterwards must not take them from under a batch.
    await Promise.all(running);
  }
  if (failures.length > 0) throw failures[0];
}
