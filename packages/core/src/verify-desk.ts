import type { PrismaClient } from '@rapporteur/db/generated/client';
import type { Kind } from '@rapporteur/domain/kinds';
import { RapporteurError } from '@rapporteur/domain/errors';
import { checkContent } from './record/content';

interface Finding {
  record: string;
  what: string;
}

/** Checks that the desk lists each record as it is: its entry, and how much of its newest text rests on a passage. */
export async function verifyDesk(db: PrismaClient): Promise<Finding[]> {
  const stale = await db.$queryRaw<{ recordId: string }[]>`
    SELECT DISTINCT "recordId" FROM (
      (SELECT * FROM desk.entry EXCEPT SELECT * FROM "DeskEntry") UNION ALL (SELECT * FROM "DeskEntry" EXCEPT SELECT * FROM desk.entry)
    ) AS differing ORDER BY "recordId"`;
  const findings = stale.map(({ recordId }) => ({ record: recordId, what: 'the desk does not list it as it is' }));
  return [...findings, ...(await verifyEvidenceCounts(db))];
}

async function verifyEvidenceCounts(db: PrismaClient): Promise<Finding[]> {
  const revisions = await db.$queryRaw<
    {
      recordId: string;
      number: number;
      kind: Kind;
      content: unknown;
      citations: unknown;
      needed: number;
      cited: number;
    }[]
  >`
    SELECT v."recordId", v."number", e."kind", v."content", v."citations", v."fieldsNeeded" AS "needed", v."fieldsCited" AS "cited"
    FROM "DeskEntry" e JOIN "Revision" v ON v."recordId" = e."recordId" AND v."number" = e."revisionNumber" ORDER BY v."recordId"`;
  return revisions.flatMap(({ recordId, number, kind, content, citations, needed, cited }) => {
    const counted = evidenceOf(kind, content, citations);
    if (counted === null || (counted.needed === needed && counted.cited === cited)) return [];
    const what = `revision ${number}: ${counted.cited} of ${counted.needed} fields have a passage, the desk lists ${cited} of ${needed}`;
    return [{ record: recordId, what }];
  });
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
