import { Prisma } from '@rapporteur/db/generated/client';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { expectedRows } from '../verify/expected';
import { portions } from '../verify/finding';
import { lackingSearch } from './lacking';

/** How many records are filled at once. */
const portion = 200;

/** How many rows are written at once: each has up to a quarter of a megabyte of words, and JSON in the database has a bound. */
const batch = 200;

/** How long it may take, in milliseconds: hours, for a large record that was published before it could be searched. */
const limit = 14_400_000;

/**
 * Fills the search of a record that was published before there was one, for now and for every date of the past, in one
 * transaction. Gives how many records it took up; 0 where the search is filled already, or nothing is public.
 */
export function fillSearch(db: PrismaClient): Promise<number> {
  return transaction(db, fillIn, { timeout: limit });
}

async function fillIn(tx: Transaction): Promise<number> {
  // The same lock as a publication's: nothing becomes public meanwhile.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7370736, 1)`;
  const [state] = await tx.$queryRaw<{ lacking: boolean }[]>(Prisma.raw(lackingSearch));
  if (state?.lacking !== true) return 0;
  // Nothing of this is new on record, so history gets its rows from here and not from the triggers.
  await tx.$executeRaw`ALTER TABLE "SearchEntry" DISABLE TRIGGER USER`;
  await tx.$executeRaw`ALTER TABLE "SearchName" DISABLE TRIGGER USER`;
  // Where some of it is there already, all of it is made again: what is lacking in history shows in no single row.
  for (const table of ['"SearchEntry"', '"SearchName"', 'history."SearchEntry"', 'history."SearchName"'])
    await tx.$executeRaw(Prisma.raw(`DELETE FROM ${table}`));
  let filled = 0;
  const read = (after: string) => tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT "recordId" AS id FROM "Publication" WHERE "recordId" > ${after} ORDER BY 1 LIMIT ${portion}`;
  for await (const records of portions(read, ({ id }) => id)) {
    const { rows } = await expectedRows(
      tx,
      records.map(({ id }) => id),
    );
    for (const entries of batches(rows['SearchEntry'] ?? []))
      await tx.$executeRaw`
        INSERT INTO history."SearchEntry" SELECT s.*, (i ->> 'recorded')::tstzrange
        FROM jsonb_array_elements(${JSON.stringify(entries)}::jsonb) i,
          LATERAL history.search_rows(jsonb_build_array(i - 'recorded')) s`;
    await tx.$executeRaw`
      INSERT INTO history."SearchName" SELECT * FROM jsonb_populate_recordset(NULL::history."SearchName", ${JSON.stringify(rows['SearchName'] ?? [])}::jsonb)`;
    filled += records.length;
  }
  await tx.$executeRaw`
    INSERT INTO "SearchEntry" SELECT "id", "recordId", "kind", "language", "sortKey", "precedence", "from", "to", "facets", "words"
    FROM history."SearchEntry" WHERE upper_inf(recorded)`;
  await tx.$executeRaw`
    INSERT INTO "SearchName" SELECT "id", "recordId", "kind", "text", "language", "folded", "sounds"
    FROM history."SearchName" WHERE upper_inf(recorded)`;
  await tx.$executeRaw`ALTER TABLE "SearchEntry" ENABLE TRIGGER USER`;
  await tx.$executeRaw`ALTER TABLE "SearchName" ENABLE TRIGGER USER`;
  return filled;
}

const batches = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / batch) }, (_, index) => rows.slice(index * batch, (index + 1) * batch));
