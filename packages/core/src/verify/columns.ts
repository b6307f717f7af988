import type { Transaction } from '@rapporteur/db/transaction';

export interface Column {
  name: string;
  /** Whether the database computes it from the others. */
  generated: boolean;
}

/** The columns of a published table, in order. */
export function columnsOf(tx: Transaction, table: string): Promise<Column[]> {
  return tx.$queryRaw<Column[]>`
    SELECT attname::text AS name, attgenerated <> '' AS generated FROM pg_attribute
    WHERE attrelid = format('public.%I', ${table}::text)::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`;
}
