import { Prisma } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Kind } from '@rapporteur/domain/kinds';
import { checkContent } from '../record/content';
import { findingsOf, portions, type Finding } from './finding';

/** How many revisions are read at once. */
const portion = 200;

/** Checks that the desk lists each record as it is: its entry, and how much of its newest text rests on a passage. */
export async function* verifyDesk(tx: Transaction): AsyncGenerator<Finding> {
  yield* findingsOf(
    tx,
    Prisma.sql`
      SELECT DISTINCT "recordId" AS record, 'the desk does not list it as it is' AS what FROM (
        (SELECT * FROM desk.entry EXCEPT SELECT * FROM "DeskEntry") UNION ALL (SELECT * FROM "DeskEntry" EXCEPT SELECT * FROM desk.entry)
      ) AS differing ORDER BY 1`,
  );
  yield* verifyEvidenceCounts(tx);
}

interface Row {
  recordId: string;
  number: number;
  kind: Kind;
  content: unknown;
  citations: unknown;
  needed: number;
  cited: number;
}

async function* verifyEvidenceCounts(tx: Transaction): AsyncGenerator<Finding> {
  const read = (after: string) => tx.$queryRaw<Row[]>`
    SELECT v."recordId", v."number", e."kind", v."content", v."citations", v."fieldsNeeded" AS "needed", v."fieldsCited" AS "cited"
    FROM "DeskEntry" e JOIN "Revision" v ON v."recordId" = e."recordId" AND v."number" = e."revisionNumber"
    WHERE e."recordId" > ${after} ORDER BY e."recordId" LIMIT ${portion}`;
  for await (const revisions of portions(read, ({ recordId }) => recordId)) {
    for (const { recordId, number, kind, content, citations, needed, cited } of revisions) {
      const counted = evidenceOf(kind, content, citations);
      if (counted === null || (counted.needed === needed && counted.cited === cited)) continue;
      const what = `revision ${number}: ${counted.cited} of ${counted.needed} fields have a passage, the desk lists ${cited} of ${needed}`;
      yield { record: recordId, what };
    }
  }
}

/** A text of an older form may no longer be read; its count stays as it was saved. */
function evidenceOf(kind: Kind, content: unknown, citations: unknown) {
  try {
    return checkContent(kind, content, citations).evidence;
  } catch (error) {
    if (error instanceof RapporteurError) return null;
    throw error;
  }
}
