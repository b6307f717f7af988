import { Prisma } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';
import { passageId, type Citation } from '@rapporteur/domain/content/citation';
import { passageFits, surroundings } from '@rapporteur/domain/passage';
import { shownAround } from '../record/project-set';
import { findingsOf, portions, type Finding } from './finding';
import { verifyPassageStates } from './passage-states';

/** How many passages are read at once. */
const portion = 1000;

interface Row extends Omit<Citation['passage'], 'source'> {
  id: string;
  recordId: string;
  before: string;
  after: string;
}

/**
 * Every passage, now and in history, stands in its source at its place, in a version that is public as long as it is, and is
 * public exactly while something cites it; and is not told as verified where the newest version has other words.
 */
export async function* verifyPassages(tx: Transaction): AsyncGenerator<Finding> {
  yield* verifyPlaces(tx);
  yield* findingsOf(tx, sources);
  yield* findingsOf(tx, times);
  yield* verifyPassageStates(tx);
}

async function* verifyPlaces(tx: Transaction): AsyncGenerator<Finding> {
  // The id begins with the text's fingerprint, so passages come text by text, and one text is held at a time.
  const read = (after: string) => tx.$queryRaw<Row[]>`
    SELECT "id", "recordId", "sha256", "exact", "prefix", "suffix", "start", "end", "before", "after" FROM history."Passage"
    WHERE "id" IN (SELECT DISTINCT "id" FROM history."Passage" WHERE "id" > ${after} ORDER BY "id" LIMIT ${portion})
    ORDER BY "id"`;
  let held = { sha256: '', text: '' };
  for await (const rows of portions(read, ({ id }) => id)) {
    for (const row of rows) {
      if (held.sha256 !== row.sha256) held = await readText(tx, row.sha256);
      if (stands(row, held.text)) continue;
      yield {
        record: await ownerOf(tx, row),
        what: `the passage ${row.id} does not stand in its source: "${row.exact.slice(0, 60)}"`,
      };
    }
  }
}

async function readText(tx: Transaction, sha256: string): Promise<{ sha256: string; text: string }> {
  const row = await tx.storedText.findUnique({ where: { sha256 }, select: { sha256: true, text: true } });
  return row ?? { sha256, text: '' };
}

/** The source that a passage is of: as its id says, whatever its row says. */
async function ownerOf(tx: Transaction, { id, recordId }: Row): Promise<string> {
  const [owner] = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Record" WHERE "kind" = 'source' AND right("id", 8) = right(${id}, 8) LIMIT 1`;
  return owner?.id ?? recordId;
}

function stands(row: Row, text: string): boolean {
  if (row.id !== passageId({ ...row, source: row.recordId }) || !passageFits(row, text)) return false;
  const around = surroundings(text, row, shownAround);
  return row.before === around.before && row.after === around.after;
}

const sources = Prisma.sql`
  SELECT DISTINCT h."recordId" AS record, format('the passage %s is public at a time at which its text is no version of its source', h."id") AS what
  FROM history."Passage" h LEFT JOIN (
    SELECT "recordId", "sha256", range_agg(recorded) AS recorded FROM history."SourceVersion" GROUP BY "recordId", "sha256"
  ) v ON v."recordId" = h."recordId" AND v."sha256" = h."sha256"
  WHERE (h.recorded <@ v.recorded) IS NOT TRUE`;

/** Passages and the citations of them begin and end together; a passage that was cited again begins anew. */
const times = Prisma.sql`
  SELECT coalesce(p.record, c.record) AS record,
    format('the passage %s is not public at the times at which it is cited, or says that it was checked at another', coalesce(p.id, c.id)) AS what
  FROM (SELECT "id", min("recordId") AS record, range_agg(recorded) AS recorded,
      bool_and("checkedAt" = lower(recorded) AND "state" IN ('verified', 'moved', 'changed', 'gone', 'uncompared')) AS sound
    FROM history."Passage" GROUP BY "id") p
  FULL JOIN (SELECT "passageId" AS id, min("recordId") AS record, range_agg(recorded) AS recorded FROM history."Citation" GROUP BY "passageId") c
    ON c.id = p.id
  WHERE p.recorded IS DISTINCT FROM c.recorded OR NOT p.sound`;
