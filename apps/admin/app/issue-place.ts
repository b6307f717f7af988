import { kindNames, kindOfSegment } from '@rapporteur/domain/kinds';
import { fieldName } from '@rapporteur/ui/words';

/** What a command is told beside the content of a record, as the forms of the desk call it. */
const told: Readonly<Record<string, string>> = {
  '/note': 'What readers are told',
  '/change': 'What the change is to readers',
  '/slug': 'Address',
};

/**
 * What the path of an issue points at, in the words of the desk: "/content/turns/0/stance" is "Turn 1, stance", and
 * "/positions/wheat/turns/0" is "Position “wheat”, turn 1". Empty where the message says itself what it is about.
 */
export function issuePlace(path: string): string {
  // Some forms name their fields themselves.
  if (path === '' || !path.startsWith('/')) return path;
  const named = told[path];
  if (named !== undefined) return named;
  const [, first = '', second, rest = ''] = /^\/([^/]*)(?:\/([^/]*))?(\/.*)?$/.exec(path) ?? [];
  if (first === 'records') return '';
  if (first === 'suggestions' && second !== undefined) return `Proposal ${second}`;
  if (first === 'content' || first === 'payload') return fieldName(path.slice(first.length + 1));
  const kind = second === undefined || /^\d+$/.test(second) ? null : kindOfSegment(first);
  if (kind === null) return passage(path) ?? fieldName(path);
  const record = `${kindNames[kind].singular} “${second}”`;
  if (rest === '') return record;
  const field = passage(rest) ?? fieldName(rest);
  return `${record}, ${field.charAt(0).toLowerCase()}${field.slice(1)}`;
}

/** Readers and editors know citations as passages. */
function passage(pointer: string): string | null {
  const [, index] = /^\/citations\/(\d+)(?:\/|$)/.exec(pointer) ?? [];
  return index === undefined ? null : `Passage ${Number(index) + 1}`;
}
