import type { ExtractionOptions, Language, SuggestedDate } from '../extraction';
import type { Reading } from '../text/reading';
import type { Token } from '../text/tokens';
import { readDay, type Day } from './calendar';
import type { Phrase } from './calendar-dates';
import { DateGrammar } from './grammar';
import { resolve } from './resolve';
import { dateWords } from './words';

/** A date where the text has it. Offsets are UTF-16 units; `from` and `to` are places of tokens. */
export interface FoundDate extends SuggestedDate {
  from: number;
  to: number;
}

/** Every date of a text, in its order; none overlaps another. */
export function findDates(reading: Reading, options: ExtractionOptions = {}): FoundDate[] {
  const phrases = readPhrases(reading);
  const dated = readDay(options.published) ?? anchorIn(reading, phrases);
  return phrases.map(({ from, to, meaning }) => {
    const start = reading.tokens[from]?.start ?? 0;
    const end = reading.tokens[to - 1]?.end ?? start;
    const relative = isRelative(meaning);
    const ahead = liesAhead(reading, from, to);
    const edtf = resolve(meaning, { anchor: dated, ahead: ahead !== 'no', near: ahead === 'near' });
    return {
      from,
      to,
      text: reading.text.slice(start, end),
      span: [start, end],
      edtf,
      reason: reasonOf(relative, edtf),
      confidence: edtf === null ? 0.6 : relative ? 0.8 : 0.95,
    };
  });
}

/** What is given out: a date that a text repeats in the same words is suggested once, where it stands first. */
export function suggestedDates(found: readonly FoundDate[]): SuggestedDate[] {
  const first = new Map<string, SuggestedDate>();
  for (const { text, span, edtf, reason, confidence } of found) {
    const key = `${text.toLowerCase()} ${edtf ?? ''}`;
    if (!first.has(key)) first.set(key, { text, span, edtf, reason, confidence });
  }
  return [...first.values()];
}

interface Placed extends Phrase {
  from: number;
}

function readPhrases({ tokens, language }: Reading): Placed[] {
  const grammar = new DateGrammar(tokens, language);
  const phrases: Placed[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const phrase = grammar.at(i);
    if (!phrase) continue;
    phrases.push({ from: i, ...phrase });
    i = phrase.to - 1;
  }
  return phrases;
}

function isRelative(meaning: Phrase['meaning']): boolean {
  if (meaning.type === 'weekday' || meaning.type === 'unit') return true;
  if (meaning.type === 'interval') return isRelative(meaning.start);
  return meaning.type !== 'decade' && meaning.year === null;
}

function reasonOf(relative: boolean, edtf: string | null): string {
  if (edtf === null) return 'A date that counts from the day of publication, which is not known';
  if (edtf.startsWith('XXXX')) return 'A date whose year the text does not tell';
  return relative ? 'A date that counts from the day of publication' : 'A date that the text gives in full';
}

const head = 600;
/** "Published on 3 May 2024" */
const issuing = /^(?:published|issued|posted|updated|dated|released|created|publié|mis|veröffentlicht|опубліковано)$/;
const linkBefore = /^(?:on|since|of|until|before|after|from|by|in|the|between|le|du|am|vom|seit|від|до|з)$/;

/**
 * The day a text gives for itself where nobody gave one: a full date in a dateline or a line of its own near the
 * beginning ("Published November 4, 2022", "(Moor News – 4 November 2022)").
 */
function anchorIn(reading: Reading, phrases: readonly Placed[]): Day | null {
  for (const { from, to, meaning } of phrases) {
    const token = reading.tokens[from];
    if (!token || token.start > head) return null;
    if (meaning.type !== 'calendar' || meaning.lastDay !== null) continue;
    const { year, month, day } = meaning;
    if (year === null || month === null || day === null) continue;
    const sentence = reading.sentences.find(({ to }) => to > from);
    const before = reading.tokens[from - 1];
    const issued = issuing.test(reading.tokens[from - 2]?.lower ?? '') && before?.lower === 'on';
    if (
      !sentence ||
      (from - sentence.from > 12 && !endsTitle(reading, sentence, to)) ||
      (before && before.start >= sentence.start && linkBefore.test(before.lower) && !issued)
    )
      continue;
    const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    return readDay(text);
  }
  return null;
}

/** "Joint statement of the ministers of …, Avaburg, 8 May 2030": at the end of the first line. */
const endsTitle = ({ sentences, paragraphs }: Reading, sentence: Reading['sentences'][number], to: number): boolean =>
  sentence === sentences[0] && sentence.to === to && (paragraphs[0]?.to ?? 0) === 1;

const reach = 14;

/** The sentence of a token, by halving. */
function sentenceAt({ sentences }: Reading, token: number): number {
  let [low, high] = [0, sentences.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.from ?? 0) <= token) low = middle;
    else high = middle - 1;
  }
  return low;
}

const limits = new Set('before until till avant bis vor до'.split(' '));

/**
 * Whether the words around a date speak of what is to come: "will meet on Friday", "next May". `near`: nothing but "before"
 * or "until" says so, which goes as well with a day of the past.
 */
function liesAhead(reading: Reading, from: number, to: number): 'yes' | 'near' | 'no' {
  const { ahead, shifts } = dateWords[reading.language];
  for (let i = from; i < to; i++) if ((shifts.get(reading.tokens[i]?.lower ?? '') ?? 0) > 0) return 'yes';
  let near: 'near' | 'no' = 'no';
  const first = reading.sentences[sentenceAt(reading, from)]?.from ?? 0;
  for (let i = from - 1; i >= Math.max(first, from - reach); i--) {
    const token = reading.tokens[i];
    if (!token || /^[.;!?”“"«»„]$/.test(token.text)) return near;
    if (limits.has(token.lower)) near = 'near';
    else if (/^(?:early|soon)$/.test(token.lower) && reading.tokens[i - 1]?.lower === 'as') return 'yes';
    else if (ahead.has(token.lower) || isFuture(token, reading.language)) return 'yes';
    if (isPast(reading, i)) return near;
  }
  return near;
}

/** The stems that French futures and conditionals are made of. */
const future = /(?:er|ir|dr|[eiou]vr|ttr|[ao]îtr|aitr|(?:v|qu)err|[cmp]ourr|clur|^s?aur)(?:a|ont)$/;
/** The past of verbs in -rer, which looks the same, and a noun. */
const notFuture =
  /^(?:re|at|é|sou)?tira$|^(?:ad)?mira$|(?:[sx]|sou|em)pira$|^déchira$|^(?:cha)?vira$|^désira$|[oœ]uvra$|livra$|(?:gen|ca)dra$|^attra$/;

/** French says it in the ending: "présentera", "se réuniront", "présenterait"; the imperfect "rencontrait" has none of these. */
function isFuture({ lower, capital }: Token, language: Language): boolean {
  if (language !== 'fr' || capital) return false;
  const form = lower.replace(/(?:ait|aient)$/, 'a');
  return future.test(form) && !notFuture.test(form);
}

const pastForms = new Set(
  'said told met held wrote spoke began took gave came went sent left saw made won lost struck'.split(' '),
);

/** A verb of the past nearer to the date than a word of what is to come: "would stay, he stressed on Friday". */
function isPast({ tokens, language }: Reading, at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  if (language !== 'en') return false;
  if (pastForms.has(lower)) return true;
  // "will be discussed on Friday", "a meeting scheduled for Friday"
  return /^[a-z]{3,}ed$/.test(lower) && !/^(?:be|been|being|is|are|get)$/.test(tokens[at - 1]?.lower ?? '');
}
