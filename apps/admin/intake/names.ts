import type { SuggestionView } from '@rapporteur/domain/intake/views';
import { proposalNamed, recordKindOf } from '@rapporteur/domain/intake/proposal';
import type { Kind } from '@rapporteur/domain/kinds';

/** What a name in a payload leads to: another proposal of the text, or a record. */
export function calledIn(
  name: string,
  suggestions: readonly SuggestionView[],
  named: Readonly<Record<string, string>>,
): { title: string; proposal: number | null; rejected: boolean } {
  const proposal = proposalNamed(name);
  if (proposal === null) return { title: named[name] ?? name, proposal, rejected: false };
  const one = suggestions.find(({ number }) => number === proposal);
  return { title: one?.title ?? name, proposal, rejected: one?.decision === 'rejected' };
}

/** The proposals that a field of a kind can name. A provision is a part of a programme, and none itself. */
export const namableIn = (suggestions: readonly SuggestionView[], kind: Kind, own: string) =>
  suggestions.filter(
    (one) =>
      one.id !== own && one.kind !== 'provision' && recordKindOf(one.kind) === kind && one.decision !== 'rejected',
  );
