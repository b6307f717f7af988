import { choices, type EventContent } from '@rapporteur/domain/content/event';

export type Choice = EventContent['choices'][number]['choice'];

export interface ReadRollCall {
  entries: { name: string; choice: Choice }[];
  /** How many of each choice the list itself says there are, in a heading such as "In favour (141)". */
  stated: Partial<Record<Choice, number>>;
  /** Lines of which no choice could be read. */
  unread: string[];
}

const words: Record<string, Choice> = {
  yes: 'yes',
  y: 'yes',
  aye: 'yes',
  for: 'yes',
  'in favour': 'yes',
  'in favor': 'yes',
  no: 'no',
  n: 'no',
  nay: 'no',
  against: 'no',
  abstain: 'abstain',
  abstains: 'abstain',
  abstained: 'abstain',
  abstaining: 'abstain',
  abstention: 'abstain',
  abstentions: 'abstain',
  a: 'abstain',
  absent: 'absent',
  'not voting': 'not_voting',
  'did not vote': 'not_voting',
  'non-voting': 'not_voting',
};

/** The choice that a word of a roll call stands for, or null. */
const choiceOf = (word: string): Choice | null =>
  words[
    word
      .trim()
      .toLowerCase()
      .replace(/[.*]+$/, '')
  ] ?? null;

/**
 * Reads a roll call as it is published: one actor a line with its choice before or after it ("France: yes", "Y FRANCE",
 * two columns of a table), or under headings ("In favour (2): France, Germany", or the heading on a line of its own).
 */
export function readRollCall(text: string): ReadRollCall {
  const read: ReadRollCall = { entries: [], stated: {}, unread: [] };
  let heading: Choice | null = null;
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    if (line === '') continue;
    const headed = headingOf(line);
    if (headed !== null) {
      heading = headed.choice;
      if (headed.count !== null) read.stated[headed.choice] = headed.count;
      for (const name of namesIn(headed.names)) read.entries.push({ name, choice: headed.choice });
      continue;
    }
    const entry = entryOf(line);
    if (entry !== null) read.entries.push(entry);
    else if (heading !== null) {
      const choice = heading;
      for (const name of namesIn(line)) read.entries.push({ name, choice });
    } else read.unread.push(line);
  }
  return read;
}

/** "In favour", "In favour (141):", "Against: Belarus, Syria". A line of one name and its choice is no heading. */
function headingOf(line: string): { choice: Choice; count: number | null; names: string } | null {
  const match = /^([\p{L}-]+(?: [\p{L}-]+){0,2})\s*(?:[([]\s*(\d+)\s*[)\]])?\s*(?::\s*(.*))?$/u.exec(line);
  const choice = choiceOf(match?.[1] ?? '');
  if (match === null || choice === null) return null;
  return { choice, count: match[2] === undefined ? null : Number(match[2]), names: match[3] ?? '' };
}

function entryOf(line: string): { name: string; choice: Choice } | null {
  const parts = /^(.+?)\s*(?:\t|[:;|–—]|,| - )\s*([^\t:;|–—,]+)$/.exec(line);
  if (parts !== null) {
    const [, first = '', second = ''] = parts;
    const [after, before] = [choiceOf(second), choiceOf(first)];
    if (after !== null) return { name: first.trim(), choice: after };
    if (before !== null) return { name: second.trim(), choice: before };
  }
  // The short form of the United Nations: "Y FRANCE", "A INDIA".
  const [, sign = '', name = ''] = /^([YNA])\s+(\p{Lu}[^,;]*)$/u.exec(line) ?? [];
  const choice = choiceOf(sign);
  return choice === null ? null : { name, choice };
}

const namesIn = (text: string): string[] =>
  text
    .split(/[,;]|\.\s*$/)
    .map((name) => name.replace(/^and /, '').trim())
    .filter((name) => name !== '');

/** How many entries there are of each choice. */
export const countChoices = (entries: readonly { choice: Choice | null }[]): Record<Choice, number> =>
  Object.fromEntries(
    choices.map((choice) => [choice, entries.filter((entry) => entry.choice === choice).length]),
  ) as Record<Choice, number>;

/** Names that occur more than once, so that nobody votes twice. */
export function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const name of names) (seen.has(name) ? twice : seen).add(name);
  return [...twice];
}
