import type { SuggestionView } from '@rapporteur/domain/intake/views';
import { proposalNamed, recordKindOf } from '@rapporteur/domain/intake/proposal';
import type { Kind } from '@rapporteur/domain/kinds';
import { word } from '@rapporteur/ui/words';
import { orderOf, type FieldName } from './field-order';

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

/** What a proposal is called in a list: with what it says of what it names, as far as that is more than its words. */
export function titleIn(
  one: SuggestionView,
  suggestions: readonly SuggestionView[],
  named: Readonly<Record<string, string>>,
): string {
  const { kind, payload, title } = one;
  const said = (name: string) => word(String(payload[name])).toLowerCase();
  const called = (name: string) => {
    const value = payload[name];
    return typeof value === 'string' ? calledIn(value, suggestions, named).title : null;
  };
  switch (kind) {
    case 'position': {
      const [actor, issue] = [called('actor'), called('issue')];
      return actor === null || issue === null
        ? `${title}: ${said('stance')}`
        : `${actor} on ${issue}: ${said('stance')}`;
    }
    case 'provision':
      return `${title}: ${said('scope')}`;
    case 'commitment':
      return `${title}: ${said('step')}`;
    case 'programme':
      return payload['nature'] === null ? title : `${title}: ${said('nature')}`;
    default:
      return title;
  }
}

/** The fields that a record needs and this proposal does not give: nothing is in them, or what was rejected. */
export function missingIn(
  one: SuggestionView,
  suggestions: readonly SuggestionView[],
  published: string | null,
): FieldName[] {
  const isGone = (name: unknown) =>
    typeof name === 'string' && name.startsWith('#') && calledIn(name, suggestions, {}).rejected;
  return orderOf(one.kind).flatMap(({ name, needed }) => {
    const value = one.payload[name];
    if (!needed) return [];
    // What a report of a day tells was so by then; the day of an event is its own.
    if (name === 'date' && one.kind !== 'event' && published !== null) return [];
    const names = Array.isArray(value) ? value : [value];
    return names.every((item) => item === null || isGone(item)) ? [name] : [];
  });
}
