import type { Transaction } from '@rapporteur/db/transaction';
import { pointerMover } from '@rapporteur/domain/merge/pointers';
import { textAt } from '../record/earlier-text';

interface Placed {
  id: string;
  currentField: string;
}

/** Lets the comments on a record follow their fields from one text to the next, as citations do. */
export async function followText(tx: Transaction, recordId: string, before: unknown, after: unknown): Promise<void> {
  await follow(tx, await placedIn(tx, recordId), before, after);
}

/** The same from the text of a revision, which is read only where there is a comment to follow it. */
export async function followRevision(tx: Transaction, recordId: string, number: number, after: unknown): Promise<void> {
  const placed = await placedIn(tx, recordId);
  if (placed.length === 0) return;
  const before = await textAt(tx, recordId, number, null);
  if (before !== null) await follow(tx, placed, before.content, after);
}

function placedIn(tx: Transaction, recordId: string): Promise<Placed[]> {
  return tx.$queryRaw<Placed[]>`
    SELECT "id", "currentField" FROM "Comment" WHERE "recordId" = ${recordId} AND "currentField" IS NOT NULL`;
}

async function follow(tx: Transaction, placed: readonly Placed[], before: unknown, after: unknown): Promise<void> {
  if (placed.length === 0) return;
  const move = pointerMover(before, after);
  const moved = placed.flatMap(({ id, currentField }) => {
    const field = move(currentField);
    return field === currentField ? [] : [{ id, field }];
  });
  if (moved.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Comment" c SET "currentField" = m."field" FROM jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) AS m("id" text, "field" text)
    WHERE c."id" = m."id"`;
}
