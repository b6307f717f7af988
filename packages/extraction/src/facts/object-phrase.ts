import type { FoundText } from './found-text';
import { conjunctions, isAdverb, negations, subjectPronouns } from './function-words';

/** Tokens [from, to) of what a verb is about. */
export interface TokenRange {
  from: number;
  to: number;
}

/** Longer than what any single provision or promise says. */
const most = 60;

/** Words that begin what is no longer part of it. */
const stops = new Set(
  (
    'if once which who whom while whereas although though but however because since unless until when where amid despite prior ' +
    'following according whereby thereby'
  ).split(' '),
);
const pairs = [
  'as part',
  'in order',
  'so that',
  'such that',
  'as well',
  'in line',
  'under which',
  'after which',
  'subject to',
  'provided that',
  'on condition',
  'as long',
  'depending on',
  'as they',
  'as it',
  'as we',
];
const finite = new Set(
  (
    'is are was were has have had will would shall should may might can could must does do did remains remain said says ' +
    'added adds told noted notes'
  ).split(' '),
);

/**
 * What follows a verb, up to the end of its clause: a full stop, a semicolon, a dash between words, a relative or adverbial
 * clause, or "and" before another verb. Never more than sixty words.
 */
export function objectAfter(text: FoundText, from: number): TokenRange {
  const sentence = text.sentenceOf(from);
  const last = Math.min(sentence.to, from + most);
  let to = from;
  let depth = 0;
  while (to < last) {
    const token = text.token(to);
    if (!token) break;
    if (token.kind === 'mark') {
      if (/^[([]$/.test(token.text)) depth++;
      else if (/^[)\]]$/.test(token.text) && --depth < 0) break;
      if (depth === 0 && endsClause(text, to)) break;
    } else if (
      depth === 0 &&
      to > from &&
      (stops.has(token.lower) || pairs.includes(`${token.lower} ${text.word(to + 1)}`))
    )
      break;
    else if (depth === 0 && conjunctions.has(token.lower) && beginsClause(text, to + 1)) break;
    to++;
  }
  while (to > from && isTrailing(text, to - 1)) to--;
  return { from, to };
}

function endsClause(text: FoundText, at: number): boolean {
  const mark = text.token(at)?.text ?? '';
  if (/^(?:[.!?…;:]|\.{2,}|["“”„»«])$/.test(mark)) return true;
  const spaced = text.token(at - 1)?.end !== text.token(at)?.start;
  if (/^[-–—]+$/.test(mark)) return spaced || mark === '—';
  return mark === ',' && (beginsClause(text, at + 1) || speaks(text, at + 1) || namesWhoWill(text, at + 1));
}

/** ", the United States will", ", and the Marines provided": another subject with its verb. */
function namesWhoWill(text: FoundText, from: number): boolean {
  let at = conjunctions.has(text.word(from)) ? from + 1 : from;
  if (text.word(at) !== 'the') return false;
  at++;
  const first = at;
  while (at < first + 5 && text.token(at)?.capital) at++;
  return at > first && (finite.has(text.word(at)) || /^[a-z]{4,}ed$/.test(text.word(at)));
}

/** "… , he said", "… , the minister added", "and will …", "and they …", "and does not …". */
function beginsClause(text: FoundText, at: number): boolean {
  const skip = conjunctions.has(text.word(at)) ? at + 1 : at;
  const word = text.word(skip);
  if (pairs.includes(`${word} ${text.word(skip + 1)}`)) return true;
  if (stops.has(word) || subjectPronouns.has(word) || finite.has(word) || negations.has(word)) return true;
  // "… and committed to …", "… and includes …"
  if (skip > at - 1 && conjunctions.has(text.word(skip - 1)) && isPredicate(word, text.word(skip + 1))) return true;
  return isAdverb(word) && finite.has(text.word(skip + 1));
}

const isPredicate = (word: string, next: string): boolean =>
  (word.endsWith('ed') && /^(?:to|that)$/.test(next)) ||
  /^(?:includes|excludes|covers|provides|contains|commits|agrees|intends)$/.test(word);

function speaks(text: FoundText, at: number): boolean {
  for (let i = at; i < at + 5; i++) if (/^(?:said|says|added|noted|told|according)$/.test(text.word(i))) return true;
  return false;
}

const isTrailing = (text: FoundText, at: number): boolean => {
  const word = text.word(at);
  return (
    /^[,;:–—*_-]+$/.test(word) ||
    conjunctions.has(word) ||
    /^(?:today|for|to|with|of|as|at|by|from|the|a|an)$/.test(word)
  );
};

/**
 * The members of a list ("training, advice and spare parts"), or the whole where it is none. Each has few words and no
 * verb, so that a sentence with commas is not cut up.
 */
export function itemsOf(text: FoundText, { from, to }: TokenRange): TokenRange[] {
  const items: TokenRange[] = [];
  let start = from;
  let joined = false;
  for (let at = from; at <= to; at++) {
    const comma = at < to && text.word(at) === ',';
    const last = at < to && items.length > 0 && /^(?:and|or|as)$/.test(text.word(at));
    if (!comma && !last && at < to) continue;
    if (at > start) items.push({ from: start, to: at });
    start = at + 1;
    if (last) {
      joined = true;
      // "… as well as": nothing of it belongs to the next member.
      if (text.word(at) === 'as' && text.word(at + 1) === 'well') start = at + 3;
    }
  }
  const short = items.every((item) => item.to - item.from <= 8 && !saysMore(text, item) && isThing(text, item));
  return joined && items.length >= 3 && short ? items : [{ from, to }];
}

/** "free, safe and open seas" is one thing: a single word is a member only where it is a noun by its look. */
function isThing(text: FoundText, { from, to }: TokenRange): boolean {
  const token = text.token(from);
  return (
    to - from > 1 ||
    token?.capital === true ||
    /(?:[^s]s|ion|ment|ing|ity|[ae]nce|ship|th|ism|cy)$/.test(token?.lower ?? '')
  );
}

/** A verb or an infinitive in it: then the commas are those of a sentence. */
function saysMore(text: FoundText, { from, to }: TokenRange): boolean {
  for (let at = from; at < to; at++) {
    const word = text.word(at);
    if (word === 'to' || finite.has(word) || subjectPronouns.has(word)) return true;
  }
  return false;
}
