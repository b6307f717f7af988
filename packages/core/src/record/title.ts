import type { AnyContent } from '@rapporteur/domain/content/content';
import { namesInTitle, titleOf } from '@rapporteur/domain/content/title';
import { bounds } from '@rapporteur/domain/edtf';
import type { Kind } from '@rapporteur/domain/kinds';
import type { ListItem } from '@rapporteur/domain/views';

export { namesInTitle, titleOf };

/** Whether records of a kind give others their names. */
export const isNamedAfter = (kind: Kind): boolean => kind === 'actor' || kind === 'issue';

/** The valid-time date that a list of this kind is ordered and labelled by; null for kinds without one. */
export function dateOf({ kind, content }: AnyContent): string | null {
  switch (kind) {
    case 'source':
      return content.published;
    case 'event':
    case 'statement':
    case 'article':
      return content.date;
    case 'programme':
      return content.period;
    case 'position':
      return content.turns.at(-1)?.date ?? null;
    case 'commitment':
      return content.steps.at(-1)?.date ?? null;
    case 'actor':
    case 'issue':
      return null;
  }
}

/** What lists of a kind run by: dated kinds run from the newest, so their key is the date; others run by their title. */
export function sortKeyOf(record: AnyContent): string {
  const date = dateOf(record);
  // No kind without a date is named after another.
  if (date === null) return titleOf(record, () => '').toLocaleLowerCase('en');
  const { lower, upper } = bounds(date);
  return lower ?? upper ?? '';
}

/** What a list says that an actor or an event is. */
export const typeOf = ({ kind, content }: AnyContent): ListItem['type'] =>
  kind === 'actor' || kind === 'event' ? content.type : null;

/** A sentence about the record for lists. */
export function summaryOf({ kind, content }: AnyContent): string | null {
  switch (kind) {
    case 'source':
      return content.note;
    case 'actor':
      return content.description;
    case 'issue':
      return content.question;
    case 'event':
    case 'programme':
    case 'commitment':
      return content.summary;
    case 'statement':
      return content.text;
    case 'position':
      return content.turns.at(-1)?.summary ?? null;
    case 'article':
      return content.standfirst;
  }
}
