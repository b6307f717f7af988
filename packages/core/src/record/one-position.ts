import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError, type FieldIssue } from '@rapporteur/domain/errors';
import type { Publishable } from './evidence-gate';
import type { WholeSet } from './portions';

/**
 * Refuses a set in which an actor would have two positions on one issue: what it holds over time is one record, turn by
 * turn. `resolve` follows merges as they will be. Where the set is a portion, `whole` is what it is a portion of.
 */
export async function requireOnePosition(
  tx: Transaction,
  set: readonly Publishable[],
  resolve: (id: string) => string,
  whole?: WholeSet,
): Promise<void> {
  const positions = set.flatMap(({ id, slug, record }) =>
    record.kind === 'position'
      ? [{ id, slug, actorId: resolve(record.content.actor), issueId: resolve(record.content.issue) }]
      : [],
  );
  if (positions.length === 0) return;
  const there = await tx.position.findMany({
    where: {
      actorId: { in: positions.map(({ actorId }) => actorId) },
      issueId: { in: positions.map(({ issueId }) => issueId) },
    },
    select: { id: true, actorId: true, issueId: true },
  });
  const changing = whole?.ids ?? new Set(positions.map(({ id }) => id));
  // Those of portions before this one are among them.
  const holder = whole?.positions ?? new Map<string, string>();
  for (const { id, actorId, issueId } of there) if (!changing.has(id)) holder.set(`${actorId} ${issueId}`, id);
  const issues: FieldIssue[] = [];
  for (const { id, slug, actorId, issueId } of positions) {
    const other = holder.get(`${actorId} ${issueId}`);
    const message = `${other} is the position of this actor on this issue; add a turn to that one`;
    if (other) issues.push({ path: `/positions/${slug}/actor`, message });
    else holder.set(`${actorId} ${issueId}`, id);
  }
  if (issues.length > 0) throw new RapporteurError('state_conflict', 'An actor has one position on an issue.', issues);
}
