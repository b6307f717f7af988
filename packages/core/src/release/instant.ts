import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { resolveTime, type ResolvedTime, type ZonedTime } from '@rapporteur/domain/zoned-time';

/** The instant that a person chose, which must lie ahead by the clock of the database. `at` is where the input holds it. */
export async function instantAhead(tx: Transaction, time: ZonedTime, at: string): Promise<ResolvedTime> {
  const resolved = resolveTime(time, at);
  const [row] = await tx.$queryRaw<{ ahead: boolean }[]>`
    SELECT ${resolved.instant.toISOString()}::timestamptz > clock_timestamp() AS ahead`;
  if (row?.ahead !== true) {
    const when = spoken(resolved);
    throw new RapporteurError('invalid_input', `${when} has passed already; choose a later time.`, [
      { path: `${at}/local`, message: 'has passed already' },
    ]);
  }
  return resolved;
}

/** An instant in words: `2026-12-01, 09:00 (Europe/Brussels)`. */
export function spoken({ local, zone }: { local: string | null; zone: string | null }): string {
  return `${(local ?? '').replace('T', ', ').replace(/:00$/, '')} (${zone ?? 'UTC'})`;
}
