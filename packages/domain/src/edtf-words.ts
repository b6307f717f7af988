import { parseEdtf, months, seasons } from './edtf';
import { RapporteurError } from './errors';

/**
 * The EDTF of a date that a person wrote: EDTF itself, or English words as `formatEdtf` writes them and people do: "29 Nov
 * 2023", "about March 2023", "before 29 November 2023", "between 3 and 9 May 2023", "2023–2025", "the 2020s". Throws
 * `invalid_input` with the reason, and never guesses which of two numbers is the month.
 */
export function readDate(written: string): string {
  const text = written.trim().replaceAll(/\s+/g, ' ');
  if (text === '') throw fault('must not be empty');
  if (/^[\dXY~?%./-]+$/.test(text) && !/^\d{3,4}-\d{3,4}$/.test(text) && !/^\d{1,2}\.\d/.test(text)) {
    if (/^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$/.test(text)) {
      throw fault(`"${text}" can be read in two ways: write the month as a word, as in 29 November 2023`);
    }
    if (/^\d{1,3}$/.test(text)) throw fault(`"${text}" is not read as a year: write four digits, as in 0987`);
    parseEdtf(text);
    return text;
  }
  const edtf = spoken(text.toLowerCase().replaceAll(/[—―−]/g, '–').replace(/^the /, ''));
  parseEdtf(edtf);
  return edtf;
}

const before = /^(?:before|by|not later than|no later than) (.+)$/;
const until = /^(?:until|till|up to) (.+)$/;
const after = /^after (.+)$/;
const since = /^(?:since|from) (.+?)(?: onwards?|(, end not on record))?$/;
const between = /^(?:between (.+) and|from (.+) (?:to|until|till)) (.+)$/;

function spoken(text: string): string {
  const [, earlier, begin, later] = between.exec(text) ?? [];
  if (later !== undefined) return range(earlier ?? begin ?? '', later);
  const [, limit] = before.exec(text) ?? [];
  // Before a day, it is the day of the event that is not on record; before a month, it is a day of that month.
  if (limit !== undefined) {
    return `/${single(limit.replace(/, date not on record$|(?<=\b\d{1,2}\b.*), day not on record$/, ''))}`;
  }
  const [, end] = until.exec(text) ?? [];
  if (end !== undefined) return `../${single(end)}`;
  const [, start] = after.exec(text) ?? [];
  if (start !== undefined) return `${single(start)}/`;
  const [, from, unknownEnd] = since.exec(text) ?? [];
  if (from !== undefined) return `${single(from)}/${unknownEnd === undefined ? '..' : ''}`;
  const [left, right, ...more] = text.split(/ (?:–|-|to|until|till) /);
  if (left !== undefined && right !== undefined && more.length === 0) return range(left, right);
  const tight = /^([^–]+)[–-]([^–]+)$/.exec(text);
  // "2000–2099, year not on record" is one year of a century, and "2023-11" no range.
  if (tight && !text.endsWith('year not on record') && (text.includes('–') || /^\d+-\d+($| )/.test(text))) {
    return range(tight[1] ?? '', tight[2] ?? '');
  }
  return single(text);
}

/** A range whose first date may lean on the second: "3–9 May 2023", "28 November – 3 December 2023", "March–May 2023". */
function range(left: string, right: string): string {
  const end = single(right);
  const [, , tail = ''] = /^(?:[^\d]*\d{1,2}\.? )?(?:([a-z]+),? )?(.*\d.*)$/.exec(right) ?? [];
  const month = monthIn(right);
  const first = left.trim();
  if (/^\d{1,2}$/.test(first) && month !== null) return `${single(`${first} ${month} ${tail}`)}/${end}`;
  if (/^(?:\d{1,2} )?[a-z]+$/.test(first) && monthIn(first) !== null) return `${single(`${first} ${tail}`)}/${end}`;
  return `${single(first)}/${end}`;
}

const doubts = [
  [/^(?:possibly|perhaps|maybe) (?:about|around|circa|ca\.?|c\.) /, '%'],
  [/^(?:about|around|approximately|circa|ca\.?|c\.) /, '~'],
  [/^(?:possibly|perhaps|maybe|probably) /, '?'],
] as const;

function single(text: string): string {
  const trimmed = text.trim();
  if (/^[\dXY~?%-]+$/i.test(trimmed) && !/^\d{1,2}$/.test(trimmed)) return trimmed.toUpperCase();
  const doubt = doubts.find(([pattern]) => pattern.test(trimmed));
  const plain = doubt === undefined ? trimmed : trimmed.replace(doubt[0], '');
  return calendar(plain, text) + (doubt?.[1] ?? '');
}

const era = '(\\d{1,4})( bc)?';
const dayFirst = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]+)\\.?,? ${era}$`);
const monthFirst = new RegExp(`^([a-z]+)\\.? (\\d{1,2})(?:st|nd|rd|th)?,? ${era}$`);
const named = new RegExp(`^([a-z]+)\\.?,? (?:of )?${era}(, day not on record)?$`);
const yearOnly = new RegExp(`^${era}(, month not on record)?$`);
const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/;
const decade = /^(\d{3})0s(?:, year not on record)?$/;
const century = /^(\d{2})00–\d{2}99, year not on record$/;

function calendar(text: string, whole: string): string {
  let match = dayFirst.exec(text);
  if (match) return join(year(match[3], match[4]), monthOf(match[2], whole), match[1]);
  if ((match = monthFirst.exec(text))) return join(year(match[3], match[4]), monthOf(match[1], whole), match[2]);
  if ((match = dotted.exec(text))) return join(match[3] ?? '', match[2] ?? '', match[1]);
  if ((match = decade.exec(text))) return `${match[1]}X`;
  if ((match = century.exec(text))) return `${match[1]}XX`;
  if ((match = yearOnly.exec(text))) return year(match[1], match[2]) + (match[3] === undefined ? '' : '-XX');
  if ((match = named.exec(text))) {
    const season = seasonNumbers[match[1] ?? ''];
    if (season !== undefined && match[4] === undefined) return `${year(match[2], match[3])}-${season}`;
    return join(year(match[2], match[3]), monthOf(match[1], whole), match[4] === undefined ? undefined : 'XX');
  }
  throw fault(
    `"${clip(whole)}" is not read as a date: write 29 November 2023, November 2023, about March 2023, before 29 November 2023 or 2023–2025`,
  );
}

const seasonNumbers: Record<string, string | undefined> = {
  ...Object.fromEntries(Object.entries(seasons).map(([number, season]) => [season, number])),
  fall: '23',
};

const join = (year: string, month: string, day?: string) =>
  [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');

function year(digits = '', bc?: string): string {
  if (bc === undefined) return digits.padStart(4, '0');
  const size = Number(digits) - 1;
  return `${size > 0 ? '-' : ''}${String(size).padStart(4, '0')}`;
}

/** The number of a month by its name, or by three letters or more of it. */
function monthOf(name = '', whole: string): string {
  const index = name.length < 3 ? -1 : months.findIndex((month) => month.toLowerCase().startsWith(spelled(name)));
  if (index < 0) throw fault(`"${clip(name)}" in "${clip(whole)}" is not the name of a month`);
  return String(index + 1);
}

const spelled = (name: string) => (name === 'sept' ? 'sep' : name);
const monthIn = (text: string) =>
  text.match(/[a-z]{3,}/g)?.find((word) => months.some((month) => month.toLowerCase().startsWith(spelled(word)))) ??
  null;

const clip = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
const fault = (message: string) => new RapporteurError('invalid_input', message, [{ path: '', message }]);
