import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';

/** Live records that name this one or cite its text: what rests on it. */
export async function dependantsOf(
  tx: Transaction,
  id: string,
): Promise<{ id: string; title: string | null; field: string }[]> {
  const rows = await tx.reference.findMany({
    where: { targetId: id, recordId: { not: id }, record: { state: 'live' } },
    select: { field: true, record: { select: { id: true, title: true } } },
    orderBy: { id: 'asc' },
    take: 100,
  });
  return rows.map(({ field, record }) => ({ id: record.id, title: record.title, field }));
}

/** Refuses with the list of what rests on a record. */
export async function requireNoDependants(tx: Transaction, id: string, verb: string): Promise<void> {
  const dependants = await dependantsOf(tx, id);
  if (dependants.length === 0) return;
  throw new RapporteurError(
    'state_conflict',
    `Cannot ${verb}: other public records rest on this one. Correct or withdraw those first.`,
    dependants.map((dependant) => ({
      path: dependant.field,
      message: `${dependant.title ?? dependant.id} (${dependant.id})`,
    })),
  );
}
