import type { Token } from '../../text/tokens';
import type { Quotation } from '../quotations';
import { closingComma, colonAfter, endOfPrepositional, isTime, isTitle, isVerbish, pointsBack } from './ahead';
import type { Cue } from './cues';
import type { CueVerb } from './cue-verbs';
import { greets, isDeed, telephones } from './deeds';
import { endOfPhrase, hasVerb, isFinite, isFiniteAt, kindOf, ofAndFor, type Names } from './phrases';
import { auxiliaries, determiners, isAdverb, prepositions, pronouns, subordinators, timeWords } from './words';

/** What follows a cue: where its content begins, and of what sort it is. */
export interface Complement {
  from: number;
  kind: 'that' | 'clause' | 'quotation' | 'phrase' | 'infinitive' | 'colon';
  sense: CueVerb;
}

/** Nothing that could be content follows; `from` is where the search ended. */
export interface NoComplement {
  from: number;
  kind: 'none';
}

export interface Surroundings {
  tokens: Token[];
  high: number;
  names: Names;
  /** The quotation that opens at a token. */
  opens: (token: number) => Quotation | undefined;
}

/** "declined to comment": nothing was said. */
const silent = new Set(
  'comment say answer give specify elaborate name provide disclose confirm discuss speculate identify reveal respond be'.split(
    ' ',
  ),
);
const questions = new Set(['whether', 'how', 'why', 'what', 'where', 'who', 'if']);
/** Never those who are told: "warned he could leave". */
const nominative = new Set(['he', 'she', 'they', 'we', 'i']);
/** After a place or a person these go on with it, and ask nothing. */
const relatives = new Set(['where', 'who', 'what']);
/** Of an outlet: "in an interview | published on Sunday that". */
const given = new Set(
  'published released dated broadcast aired posted addressed carried issued conducted recorded organized organised hosted held'.split(
    ' ',
  ),
);
const skippable = new Set(
  'in on at during after before to with via through from about for of following amid by ahead upon without under over against within alongside into across among between'.split(
    ' ',
  ),
);

/** Past those who are told, days, places and adverbs to the content after a cue. */
export function complementAfter(cue: Cue, { tokens, high, names, opens }: Surroundings): Complement | NoComplement {
  const none = (from: number): NoComplement => ({ from, kind: 'none' });
  const sense = (letters: string): CueVerb | undefined =>
    cue.senses.find(({ frames }) => [...letters].some((one) => frames.includes(one)));
  let at = cue.to;
  let told = false;
  for (let step = 0; step < 9 && at < high; step++) {
    const token = tokens[at];
    if (!token) return none(at);
    const lower = token.lower;
    const quotation = opens(at);
    const clausal = sense('tTqQ');
    const next = tokens[at + 1]?.lower ?? '';
    if (quotation && sense('r') && !told && quotation.to - quotation.from <= 4 && tokens[quotation.from]?.capital) {
      told = true;
      at = quotation.to + 1;
      continue;
    }
    if (quotation && at > cue.to && isTitle(tokens, quotation, at)) {
      at = quotation.to + 1;
      continue;
    }
    if (quotation) {
      const any = sense('tTqQ') ?? sense('nioRg');
      return any ? { from: at, kind: 'quotation', sense: any } : none(at);
    }
    if (token.text === ',') {
      if (opens(at + 1) && clausal) return { from: at + 1, kind: 'quotation', sense: clausal };
      if (clausal && tokens[at + 1]?.lower === 'that') return { from: at + 2, kind: 'that', sense: clausal };
      const close = closingComma(tokens, at, high);
      if (close !== null && clausal && (tokens[close + 1]?.lower === 'that' || opens(close + 1))) {
        at = close + 1;
        continue;
      }
      return none(at);
    }
    if (token.text === ':') return clausal ? { from: at + 1, kind: 'colon', sense: clausal } : none(at);
    if (token.kind === 'mark' && token.text !== '[' && token.text !== '(' && token.text !== '$') return none(at);
    // "pledged not to go", "said not only does it stay": what is denied stays in what is said.
    if (lower === 'not' && next === 'to' && isVerbish(tokens, at + 2)) {
      const infinitive = sense('iR');
      return infinitive ? { from: at, kind: 'infinitive', sense: infinitive } : none(at);
    }
    if (lower === 'not' && next === 'only' && clausal) return { from: at, kind: 'clause', sense: clausal };
    if (lower === 'that' && clausal && (auxiliaries.has(next) || next === "'s")) {
      // "argued over a bill that would …": it goes with the noun before it.
      const relative = at > cue.to && tokens[at - 1]?.kind === 'word' && !timeWords.has(tokens[at - 1]?.lower ?? '');
      return relative ? none(at) : { from: at, kind: 'clause', sense: clausal };
    }
    // "responded to a request that he come": what was asked for.
    if (
      lower === 'that' &&
      at > cue.to &&
      /^(?:respond|react|reply)$/.test(clausal?.lemma ?? '') &&
      tokens[cue.to]?.lower === 'to'
    )
      return none(at);
    if (lower === 'that' && clausal)
      return pointsBack(tokens, at, high) ? none(at) : { from: at + 1, kind: 'that', sense: clausal };
    if (lower === 'that' && !told && sense('r')) return { from: at + 1, kind: 'that', sense: sense('r') as CueVerb };
    if (questions.has(lower) && clausal && !(at > cue.to && relatives.has(lower))) {
      return cue.negated ? none(at) : { from: at, kind: lower === 'if' ? 'clause' : 'that', sense: clausal };
    }
    if (lower === 'to' && isVerbish(tokens, at + 1)) {
      const infinitive = sense('i');
      return infinitive && !(silent.has(tokens[at + 1]?.lower ?? '') && infinitive.act === 'refuses')
        ? { from: at, kind: 'infinitive', sense: infinitive }
        : none(at);
    }
    const right = objectAt(cue, tokens, at, high, sense);
    if (right) return right;
    if (lower === 'late' && prepositions.has(tokens[at + 1]?.lower ?? '')) {
      at++;
      continue;
    }
    const year = token.kind !== 'mark' && /^\d/.test(lower) && timeWords.has(tokens[at - 1]?.lower ?? '');
    if ((isAdverb(lower) && !determiners.has(lower) && !measures(tokens, at)) || isTime(tokens, at) || year) {
      at++;
      continue;
    }
    if (skippable.has(lower) || (lower === 'as' && determiners.has(tokens[at + 1]?.lower ?? ''))) {
      const end = endOfPrepositional(tokens, at, high, names);
      if (end === null) return none(at);
      at = end;
      continue;
    }
    if (at > cue.to && given.has(lower)) {
      at++;
      continue;
    }
    if (subordinators.has(lower)) return none(at);
    if (at > cue.to && clausal && lower.endsWith('ing')) {
      const colon = colonAfter(tokens, at, high);
      if (colon !== null) return { from: colon + 1, kind: 'colon', sense: clausal };
    }
    if (sense('r') && !told) {
      const end = endOfPhrase(tokens, at, high, names, ofAndFor);
      if (end === at) return none(at);
      const zero = sense('t');
      if (zero && (nominative.has(lower) || isFinite(tokens[end]?.lower ?? '')))
        return { from: at, kind: 'clause', sense: zero };
      const beside = tokens[end]?.text === ',' && tokens[end + 1]?.lower.endsWith('ing') === true;
      const over = end >= high || beside || /^[.;!?]$/.test(tokens[end]?.text ?? '');
      const thing = over && zero ? sense('n') : undefined;
      if (thing && high - at >= 2 && kindOf(tokens, at, end) === 'other')
        return { from: at, kind: 'phrase', sense: thing };
      told = true;
      at = end;
      continue;
    }
    const object = sense('n');
    if (!told && object && !sense('t'))
      return greets(object, tokens, at, high) ? none(at) : { from: at, kind: 'phrase', sense: object };
    return clauseAt(cue, tokens, at, high, sense) ?? none(at);
  }
  return none(at);
}

/** "nearly | 500 people", "only | two": of the number after it, and so of what is said. */
const measures = (tokens: Token[], at: number): boolean =>
  /^(?:nearly|almost|roughly|approximately|only|just|barely|exactly|hardly)$/.test(tokens[at]?.lower ?? '') &&
  (tokens[at + 1]?.kind === 'number' ||
    /^[$€£\d]|^(?:half|one|two|three|four|five|six|seven|eight|nine|ten|all|every|a)$/.test(
      tokens[at + 1]?.lower ?? '',
    ));

type Sense = (letters: string) => CueVerb | undefined;

/** A clause without "that", or a noun phrase, that begins right here. */
function clauseAt(cue: Cue, tokens: Token[], at: number, high: number, sense: Sense): Complement | null {
  if (/^(?:and|or|but)$/.test(tokens[at]?.lower ?? '') || cue.senses.some((one) => isDeed(one, tokens, at)))
    return null;
  if (/^(?:farewell|goodbye|hello|thanks|prayers|grace|cheese)$/.test(tokens[at]?.lower ?? '')) return null;
  const clausal = sense('t');
  const end = beforeNext(tokens, at, Math.min(high, at + 60));
  const thing = end < Math.min(high, at + 60) && !hasVerb(tokens, at + 1, end) && sense('n') !== undefined;
  const clear =
    clausal && !thing && high - at >= 3 && (hasVerb(tokens, at + 1, end) || (clausal.speech && high - at > 5));
  if (clear) return { from: at, kind: 'clause', sense: clausal };
  const phrase = sense('n');
  const pointing =
    ['this', 'it', 'that', 'these', 'so'].includes(tokens[at]?.lower ?? '') &&
    (prepositions.has(tokens[at + 1]?.lower ?? '') || high - at <= 2);
  return phrase && !cue.negated && !pointing && high - at >= 2 && !greets(phrase, tokens, at, high)
    ? { from: at, kind: 'phrase', sense: phrase }
    : null;
}

/** "announced a billion | and Moor thanked them": before another subject with its verb. */
function beforeNext(tokens: Token[], from: number, high: number): number {
  for (let i = from + 1; i + 2 < high; i++) {
    if (tokens[i]?.kind === 'mark' && tokens[i]?.text !== '$') return high;
    if (hasVerb(tokens, i - 1, i + 1)) return high;
    // "highlighted new ideas | and emphasized"
    if (tokens[i]?.lower === 'and' && isFiniteAt(tokens, i + 1) && !auxiliaries.has(tokens[i + 1]?.lower ?? ''))
      return i;
    let verb = i + 1;
    while (verb < i + 5 && tokens[verb]?.capital) verb++;
    if (tokens[i]?.lower === 'and' && verb > i + 1 && verb < high && hasVerb(tokens, verb, verb + 1)) return i;
  }
  return high;
}

/** The sorts of object that come right after their verb. */
function objectAt(cue: Cue, tokens: Token[], at: number, high: number, sense: Sense): Complement | null {
  const lower = tokens[at]?.lower ?? '';
  if (cue.noun) return nounObject(cue, tokens, at);
  const particle = cue.to > cue.verb + 1;
  if (particle && at === cue.to) {
    const object = sense('nRgo');
    if (object && !sense('tq')) return { from: at, kind: 'phrase', sense: object };
  }
  const recipient = sense('R');
  if (
    recipient &&
    !/^(?:and|or|but)$/.test(lower) &&
    !prepositions.has(lower) &&
    !isTime(tokens, at) &&
    !isAdverb(lower)
  )
    return { from: at, kind: 'phrase', sense: recipient };
  const wanted = sense('W');
  if (wanted && at === cue.to && !prepositions.has(lower) && infinitiveAfter(tokens, at + 1, high))
    return { from: at, kind: 'phrase', sense: wanted };
  const named = sense('o');
  const passed = prepositions.has(tokens[cue.to]?.lower ?? '') && at > cue.to;
  if (named && !passed && !sense('t') && isObjectNamed(cue, tokens, at, high))
    return { from: at, kind: 'phrase', sense: named };
  const gerund = sense('g');
  if (gerund && lower.endsWith('ing') && lower.length > 5 && at === cue.to)
    return { from: at, kind: 'phrase', sense: gerund };
  return null;
}

/** How many words may stand between "wants" and "to talk". */
const farthest = 12;

/** "wants | insurers to share": before the end of the clause. */
function infinitiveAfter(tokens: Token[], from: number, high: number): boolean {
  for (let i = from; i < Math.min(high, from + farthest); i++) {
    if (tokens[i]?.lower === 'to') return isVerbish(tokens, i + 1);
    if (tokens[i]?.kind === 'mark' || isFinite(tokens[i]?.lower ?? '')) return false;
  }
  return false;
}

/** "called the move a mistake", "described it as vital": an object with something said of it. */
function isObjectNamed(cue: Cue, tokens: Token[], at: number, high: number): boolean {
  if (cue.noun || prepositions.has(tokens[at]?.lower ?? '')) return false;
  const left = high - at;
  if (left < 2) return false;
  const lemma = cue.senses[0]?.lemma;
  // "called President Moor of Ostland to congratulate him" was on the telephone.
  if (lemma === 'call' && telephones(tokens, at, high)) return false;
  if (lemma === 'describe' || lemma === 'characterize' || lemma === 'characterise' || lemma === 'portray') {
    return tokens.slice(at, Math.min(high, at + 25)).some(({ lower }) => lower === 'as');
  }
  const first = tokens[at];
  if (lemma === 'consider') {
    const words = tokens.slice(at, Math.min(high, at + 25)).map(({ lower }) => lower);
    return ['it', 'them', 'him', 'her'].includes(first?.lower ?? '') || words.join(' ').includes(' to be ');
  }
  return !!first && (determiners.has(first.lower) || pronouns.has(first.lower) || first.capital || left >= 3);
}

/** After "expressed hope": a clause, an infinitive, or "for" and what is hoped for. */
function nounObject(cue: Cue, tokens: Token[], at: number): Complement | null {
  const lower = tokens[at]?.lower ?? '';
  const [sense] = cue.senses;
  if (!sense || at !== cue.to) return null;
  if (
    ['for', 'over', 'about', 'at', 'on', 'with', 'in', 'of', 'to', 'against', 'towards', 'regarding'].includes(lower)
  ) {
    return lower === 'to' && isVerbish(tokens, at + 1)
      ? { from: at, kind: 'infinitive', sense }
      : { from: at + 1, kind: 'phrase', sense };
  }
  return null;
}
