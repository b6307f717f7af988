import type { Act } from '../../extraction';
import type { Token } from '../../text/tokens';
import { clauseNouns, cueNouns } from './cue-nouns';
import { cuePhrases, cueVerbs, type CueVerb } from './cue-verbs';
import { inflect, type VerbForm } from './inflection';
import {
  auxiliaries,
  beForms,
  determiners,
  haveForms,
  isAdverb,
  modals,
  negations,
  prepositions,
  weekdays,
} from './words';

type Shape = 'finite' | 'base' | 'gerund' | 'passive' | 'infinitive';

/** A cue in the text: the words of it, with the auxiliaries before it and the particle after it. */
export interface Cue {
  /** Where the verb group begins, adverbs before it included. */
  group: number;
  /** The words given out as the cue. */
  from: number;
  verb: number;
  to: number;
  shape: Shape;
  /** One for each act the verb may have. */
  senses: CueVerb[];
  negated: boolean;
  modal: boolean;
  /** "expressed hope": the noun says what may follow. */
  noun: Act | null;
}

const forms = new Map<string, { verbs: CueVerb[]; is: Set<VerbForm> }>();
for (const verb of cueVerbs) {
  for (const [form, is] of inflect(verb.lemma)) {
    const known = forms.get(form) ?? { verbs: [], is: new Set() };
    if (!known.verbs.includes(verb)) known.verbs.push(verb);
    known.is.add(is);
    forms.set(form, known);
  }
}

const phrasesByForm = new Map<string, { phrase: (typeof cuePhrases)[number]; is: Set<VerbForm> }[]>();
for (const phrase of cuePhrases) {
  const byForm = new Map<string, Set<VerbForm>>();
  for (const [form, is] of inflect(phrase.words[0] ?? '')) byForm.set(form, (byForm.get(form) ?? new Set()).add(is));
  for (const [form, is] of byForm) {
    const list = phrasesByForm.get(form) ?? [];
    list.push({ phrase, is });
    phrasesByForm.set(form, list);
  }
}
// The past of "be" is two words.
for (const form of ['were', 'are']) {
  phrasesByForm.set(
    form,
    (phrasesByForm.get('is') ?? []).map(({ phrase }) => ({ phrase, is: new Set(['past']) })),
  );
}

const lightForms = new Map<string, Set<VerbForm>>();
for (const lemma of 'express voice convey issue raise make give declare extend renew register lodge reserve'.split(
  ' ',
)) {
  for (const [form, is] of inflect(lemma)) lightForms.set(form, (lightForms.get(form) ?? new Set()).add(is));
}

/** After these nouns a clause needs no "that": "voicing hope the vote would be held". */
const zeroThat = new Set('hope hopes fear fears confidence belief doubt doubts concern concerns'.split(' '));

/** These say again what a noun after them says: "repeated his warning that …". */
const echoForms = new Map<string, Set<VerbForm>>();
for (const lemma of 'repeat reiterate restate reaffirm reassert'.split(' ')) {
  for (const [form, is] of inflect(lemma)) echoForms.set(form, (echoForms.get(form) ?? new Set()).add(is));
}

export const isCueForm = (lower: string): boolean => forms.has(lower);

/** "urge": a form without an ending. */
export const isBaseCue = (lower: string): boolean =>
  (forms.get(lower)?.is.has('base') ?? false) || (phrasesByForm.get(lower) ?? []).some(({ is }) => is.has('base'));

/** A form of the past or the third person that is hardly ever a noun. */
export function isFiniteCue(lower: string): boolean {
  const known = forms.get(lower);
  if (!known || !(known.is.has('past') || known.is.has('third'))) return false;
  return lower.endsWith('ed') || known.verbs.some(({ ambiguous }) => !ambiguous);
}

/** The cue whose verb is the token at `at`, looking no further than [low, high); null where there is none. */
export function cueAt(tokens: Token[], at: number, low: number, high: number): Cue | null {
  const verb = tokens[at];
  if (verb?.kind !== 'word') return null;
  const found = lightCue(tokens, at, high) ?? phraseCue(tokens, at, high) ?? singleCue(verb.lower, at);
  if (!found) return null;
  const group = verbGroup(tokens, at, low, found.is);
  return group && { ...group, verb: at, to: found.to, senses: found.senses, noun: found.noun };
}

interface Found {
  to: number;
  senses: CueVerb[];
  is: Set<VerbForm>;
  noun: Act | null;
}

function singleCue(lower: string, at: number): Found | null {
  const known = forms.get(lower);
  return known ? { to: at + 1, senses: known.verbs, is: known.is, noun: null } : null;
}

function phraseCue(tokens: Token[], at: number, high: number): Found | null {
  const candidates = phrasesByForm.get(tokens[at]?.lower ?? '');
  if (!candidates) return null;
  for (const { phrase, is } of candidates) {
    const to = matchWords(tokens, phrase.words, at, high);
    if (to !== null) return { to, senses: [phrase], is, noun: null };
  }
  return null;
}

/** "called again on", "called on Tuesday for": adverbs and a day may stand between the verb and its particle. */
function matchWords(tokens: Token[], words: string[], at: number, high: number): number | null {
  let i = at + 1;
  for (let nth = 1; nth < words.length; nth++) {
    const wanted = words[nth] ?? '';
    if (wanted === '…') {
      const next = words[nth + 1] ?? '';
      const end = [1, 2, 3].find((width) => tokens[i + width]?.lower === next);
      if (end === undefined) return null;
      i += end;
      continue;
    }
    if (nth === 1) {
      while (i < high && tokens[i]?.lower !== wanted && isAdverb(tokens[i]?.lower ?? '')) i++;
      if (tokens[i]?.lower === 'on' && weekdays.has(tokens[i + 1]?.lower ?? '')) i += 2;
    }
    if (i >= high || tokens[i]?.lower !== wanted) return null;
    i++;
  }
  return i;
}

/** "voiced deep concern", "expressed his government's hope". */
function lightCue(tokens: Token[], at: number, high: number): Found | null {
  const verb = tokens[at]?.lower ?? '';
  const light = lightForms.get(verb);
  const is = light ?? echoForms.get(verb);
  if (!is) return null;
  for (let i = at + 1; i < Math.min(high, at + 6); i++) {
    const lower = tokens[i]?.lower ?? '';
    const clause = tokens[i + 1]?.lower === 'that';
    // "made the remarks at a briefing" tells where, and not what.
    if (/^(?:remarks?|points?)$/.test(lower) && !clause) return null;
    const noun = (light || clause ? cueNouns.get(lower) : undefined) ?? (clause ? clauseNouns.get(lower) : undefined);
    if (noun)
      return {
        to: i + 1,
        senses: [
          { lemma: lower, act: noun, frames: zeroThat.has(lower) ? 'Tti' : 'Ti', ambiguous: false, speech: false },
        ],
        is,
        noun,
      };
    if (tokens[i]?.kind !== 'word' || prepositions.has(lower) || lower === 'that') return null;
  }
  return null;
}

const onwards =
  /^(?:(?:go|goes|went|going) on|hasten(?:s|ed)?|proceed(?:s|ed)|rush(?:es|ed)|(?:take|takes|took) the floor|(?:was|is|were) (?:quick|keen|careful|at pains|eager|happy|forced)|chose|move[ds]?|likes?|liked|tends?|loves?)$/;

/** "went on | to note", "took the floor to reject": where the words before the infinitive begin, or null. */
function leadIn(tokens: Token[], to: number, low: number): number | null {
  for (const width of [3, 2, 1]) {
    if (to - width < low) continue;
    const words = tokens.slice(to - width, to).map(({ lower }) => lower);
    if (onwards.test(words.join(' '))) return to - width;
  }
  return null;
}

/** "The other | insists", "Another | said": a word for a person that stands without its noun. */
export function isAlone(tokens: Token[], group: number): boolean {
  const [verb, before] = [tokens[group]?.lower ?? '', tokens[group - 1]?.lower ?? ''];
  const opens = tokens[group - 2]?.kind !== 'word' || before === 'other';
  const clear =
    /^(?:said|told|says|tells|insists|insisted|argued|argues|added|adds|warned|warns|noted|notes|thinks|claims|claimed|believes)$/;
  if (before === 'other') return tokens[group - 2]?.lower === 'the' && clear.test(verb);
  return opens && /^(?:one|another|both|some|many|others)$/.test(before) && clear.test(verb);
}

type Group = Pick<Cue, 'group' | 'from' | 'shape' | 'negated' | 'modal'>;

/** The auxiliaries, negations and adverbs before a verb, and what they make of it. Null where it cannot be a verb. */
function verbGroup(tokens: Token[], verb: number, low: number, is: Set<VerbForm>): Group | null {
  let group = verb;
  let from = verb;
  const seen: string[] = [];
  while (group > low && verb - group < 6) {
    const lower = tokens[group - 1]?.lower ?? '';
    if (auxiliaries.has(lower)) from = group - 1;
    else if (lower === 'and' && seen.length > 0 && isAdverb(tokens[group - 2]?.lower ?? '')) {
      // "are painfully and | continually reminded"
    } else if (/^(?:most|very|so)$/.test(lower) && isAdverb(tokens[group]?.lower ?? '')) {
      // "most strongly | condemns"
    } else if (!isAdverb(lower) && !negations.has(lower)) break;
    // Vesely and Connolly are no adverbs.
    else if (tokens[group - 1]?.capital && lower.endsWith('ly')) break;
    seen.push(lower);
    group--;
  }
  const before = tokens[group - 1]?.lower ?? '';
  const lead = before === 'to' && seen.length === 0 && is.has('base') ? leadIn(tokens, group - 1, low) : null;
  if (lead !== null) return { group: lead, from: lead, shape: 'finite', negated: false, modal: false };
  const negated = seen.some((word) => negations.has(word));
  const modal = seen.some((word) => modals.has(word));
  const has = (set: ReadonlySet<string>): boolean => seen.some((word) => set.has(word));
  const shape = shapeOf(is, group > low && before === 'to', modal, has(haveForms), has(beForms), from < verb);
  const noun = from === verb && group > low && determiners.has(before) && shape !== 'gerund';
  if (shape === null || (noun && !isAlone(tokens, group))) return null;
  return { group, from, shape, negated, modal };
}

function shapeOf(
  is: Set<VerbForm>,
  infinitive: boolean,
  modal: boolean,
  have: boolean,
  be: boolean,
  auxiliary: boolean,
): Shape | null {
  if (infinitive && is.has('base')) return 'infinitive';
  if (be && is.has('gerund')) return 'finite';
  if (be && is.has('participle')) return 'passive';
  // "are direct threats": no verb after "be".
  if (be && !modal) return null;
  if (have && is.has('participle')) return 'finite';
  if (modal || auxiliary) return is.has('base') ? 'finite' : null;
  if (is.has('past') || is.has('third')) return 'finite';
  if (is.has('gerund')) return 'gerund';
  return is.has('base') ? 'base' : null;
}
