import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction } from '@rapporteur/db/transaction';
import type { SuggestionView } from '@rapporteur/domain/intake/views';
import { note } from '../audit/entry';
import { authorize, type Caller } from '../policy';
import { lockItem, noSuggestion, requireItem } from './lock';
import { suggestionViews } from './suggestion-view';

export interface DecideMany {
  item: string;
  ids: readonly string[];
  /** Null takes the decisions back. */
  decision: 'rejected' | null;
}

/**
 * Rejects several proposals of one text at once, or takes that back: all of them, or none. What is decided otherwise
 * meanwhile stays as it is, so that nobody's decision is lost by another's. Answers them as they are then.
 */
export function decideMany(
  db: PrismaClient,
  caller: Caller,
  { item: id, ids, decision }: DecideMany,
): Promise<SuggestionView[]> {
  const { userId } = authorize(caller, 'intake.decide');
  return transaction(db, async (tx) => {
    const item = await lockItem(tx, id, null);
    requireItem(item, ['suggested'], 'decide on its proposals');
    const chosen = { itemId: id, id: { in: [...ids] } };
    const rows = await tx.suggestion.findMany({ where: chosen, select: { number: true, decision: true } });
    if (rows.length !== new Set(ids).size) throw noSuggestion();
    const from = decision === null ? 'rejected' : null;
    const numbers = rows.flatMap((row) => (row.decision === from ? row.number : []));
    if (numbers.length > 0) {
      await tx.suggestion.updateMany({
        where: { ...chosen, decision: from },
        data: {
          decision,
          decidedById: decision === null ? null : userId,
          decidedAt: decision === null ? null : new Date(),
          rejectedBefore: false,
        },
      });
      await tx.intakeItem.update({ where: { id }, data: { asideAt: null } });
      await note(tx, {
        userId,
        action: 'intake.decide',
        detail: { item: id, numbers, decision: decision ?? 'undone' },
      });
    }
    return suggestionViews(tx, await tx.suggestion.findMany({ where: chosen, orderBy: { number: 'asc' } }));
  });
}
