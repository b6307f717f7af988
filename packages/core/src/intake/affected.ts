import type { PrismaClient } from '@rapporteur/db/generated/client';
import { snapshot, type Transaction } from '@rapporteur/db/transaction';
import { reanchor } from '@rapporteur/domain/anchor';
import { citations as citationsSchema } from '@rapporteur/domain/content/citation';
import type { AffectedView } from '@rapporteur/domain/intake/views';
import type { Kind } from '@rapporteur/domain/kinds';
import { openStates } from '@rapporteur/domain/lifecycle';
import { authorize, type Caller } from '../policy';
import { noItem } from './lock';

/** How many passages are looked for in the new text. */
const mostPassages = 500;

/**
 * What becomes of the passages of a known source in a text that is a version of it: each with the record and the field that
 * rest on it, and whether it is verified, moved, changed or gone. Empty where the text is a source of its own.
 */
export function affectedBy(db: PrismaClient, caller: Caller, id: string): Promise<AffectedView[]> {
  authorize(caller, 'desk.read');
  return snapshot(
    db,
    async (tx) => {
      const item = await tx.intakeItem.findUnique({ where: { id }, include: { text: true } });
      if (item === null) throw noItem();
      const { text, sourceOfId } = item;
      if (text === null || sourceOfId === null) return [];
      const rows = await restingOn(tx, sourceOfId);
      const passages = rows.flatMap(({ recordId, kind, title, citations }) =>
        citationsSchema
          .parse(citations)
          .filter(({ passage }) => passage.source === sourceOfId && passage.sha256 !== text.sha256)
          .map((citation) => ({ record: { id: recordId, kind, title }, ...citation })),
      );
      // Bounded before they are looked for: one that is gone costs a search of the whole text.
      return passages
        .slice(0, mostPassages)
        .map(({ record, field, passage: { source: _source, ...passage } }): AffectedView => ({
          record,
          field,
          exact: passage.exact.slice(0, 300),
          state: reanchor(passage, text.text, text.sha256).state,
        }));
    },
    { timeout: 30_000 },
  );
}

interface Resting {
  recordId: string;
  kind: Kind;
  title: string;
  citations: unknown;
}

/** The newest texts of the records that cite a source: those that are public, found by their passages, and open drafts. */
function restingOn(tx: Transaction, source: string): Promise<Resting[]> {
  const cites = JSON.stringify([{ passage: { source } }]);
  return tx.$queryRaw<Resting[]>`
    SELECT v."recordId", r."kind", v."title", v."citations" FROM "Revision" v JOIN "Record" r ON r."id" = v."recordId"
    WHERE v."citations" @> ${cites}::jsonb AND (
      v."state" = ANY (${[...openStates]}::text[])
      OR v."state" = 'live' AND v."recordId" IN (
        SELECT c."recordId" FROM "Passage" p JOIN "Citation" c ON c."passageId" = p."id" WHERE p."recordId" = ${source})
        AND NOT EXISTS (SELECT FROM "Revision" o WHERE o."recordId" = v."recordId" AND o."state" = ANY (${[...openStates]}::text[])))
    ORDER BY v."title", v."recordId" LIMIT 200`;
}
