import { Prisma } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';

export interface Finding {
  /** The record's id, or the table and key where no record is meant. */
  record: string;
  what: string;
}

/** The name of a table or column, quoted. The names come from the program's own lists and the catalogue, never from outside. */
export const name = (identifier: string) => Prisma.raw(`"${identifier.replaceAll('"', '""')}"`);

/** The findings of a query that gives them as they are. */
export async function* findingsOf(tx: Transaction, query: Prisma.Sql): AsyncGenerator<Finding> {
  yield* await tx.$queryRaw<Finding[]>(query);
}

/** All findings of a part, each once. */
export async function gather(findings: AsyncIterable<Finding>): Promise<Finding[]> {
  const found = new Map<string, Finding>();
  for await (const finding of findings) found.set(`${finding.record} ${finding.what}`, finding);
  return [...found.values()];
}

/** Goes through rows in portions: each is read from behind the key of the last row before it, until none is left. */
export async function* portions<T>(
  read: (after: string) => Promise<T[]>,
  keyOf: (row: T) => string,
): AsyncGenerator<T[]> {
  for (let rows = await read(''); ;) {
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    rows = await read(keyOf(last));
  }
}
