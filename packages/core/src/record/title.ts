import type { AnyContent } from '@rapporteur/domain/content/content';
import { bounds } from '@rapporteur/domain/edtf';
import type { Kind } from '@rapporteur/domain/kinds';

const shorten = (text: string) => (text.length <= 110 ? text : `${text.slice(0, 107).replace(/\s+\S*$/, '')}…`);

/** The title of a record. Some are named after the records they are about; `nameOf` gives those names. */
export function titleOf({ kind, content }: AnyContent, nameOf: (id: string) => string): string {
  switch (kind) {
    case 'actor':
      return content.names[0]?.text ?? '';
    case 'issue':
      return content.shortTitle;
    case 'statement':
      return `${nameOf(content.speaker)}: ${shorten(content.text)}`;
    case 'position':
      return `${nameOf(content.actor)} on ${nameOf(content.issue)}`;
    case 'source':
    case 'event':
    case 'programme':
    case 'commitment':
    case 'article':
      return content.title;
  }
}

/** The records that a title takes names from. */
export function namesInTitle({ kind, content }: AnyContent): string[] {
  if (kind === 'statement') return [content.speaker];
  if (kind === 'position') return [content.actor, content.issue];
  return [];
}

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
