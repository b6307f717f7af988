import { createPublicContext } from '@rapporteur/api/public/context';
import { publicCaller } from '@rapporteur/api/public/router';
import type { BetweenFilter, ChangesBetween } from '@rapporteur/domain/between-views';

/** How many changes a page of a comparison tells. */
const told = 50;

/**
 * What changed in the whole record after one instant and up to another. Where nothing is narrowed and it is not gone on with,
 * `wrong` holds the corrections, and the rest is without them.
 */
export async function changesBetween(
  { from, to }: { from: Date; to: Date },
  filter: BetweenFilter,
  before: number | null,
): Promise<{ changes: ChangesBetween; wrong: ChangesBetween | null }> {
  const then = publicCaller(createPublicContext({ asOf: to.toISOString(), version: null }));
  const ask = (narrowed: BetweenFilter, counting = true) =>
    then.publication.since({ from: from.toISOString(), ...narrowed, before, counting, limit: told });
  if (filter.change !== null || filter.kind !== null || before !== null)
    return { changes: await ask(filter), wrong: null };
  const [changes, wrong] = await Promise.all([
    ask({ change: 'others', kind: null }),
    ask({ change: 'corrections', kind: null }, false),
  ]);
  return { changes, wrong };
}
