import type { Ground, Item } from './evaluate';

/**
 * Keeps one choice of each actor in a vote. A row that says again what one before it says is left out and counted; one that says
 * something else is a fault, because nobody can tell which of them holds.
 */
export function withoutRepeats(
  nameOf: (actor: string) => string,
  { fault, cleaned }: Pick<Ground, 'fault' | 'cleaned'>,
): NonNullable<Ground['keep']> {
  return (at, file, items) => {
    const first = new Map<unknown, Item>();
    return items.filter((item) => {
      const { actor, choice } = item.made as { actor?: unknown; choice?: unknown };
      const before = first.get(actor);
      if (before === undefined || typeof actor !== 'string') {
        first.set(actor, item);
        return true;
      }
      const { choice: said } = before.made as { choice?: unknown };
      if (said === choice) cleaned(at, 'the same choice of an actor in two rows, kept once');
      else
        fault(
          file,
          item.row,
          at,
          `is a second choice of ${nameOf(actor)} in one vote: "${String(choice)}" here, "${String(said)}" in row ${before.row.number}; mend one of them, or the name or code by which both rows mean it`,
        );
      return false;
    });
  };
}
