import type { Quotation } from '../quotations';
import type { Range, Unit } from '../unit';
import { complementAfter, type Complement, type NoComplement, type Surroundings } from './complement';
import { cueAt, isAlone, type Cue } from './cues';
import { isFinite, kindOf, type Kind, type Names } from './phrases';
import { subjectBefore, type Subject } from './subject';
import { subjectAfter } from './subject-after';
import { beForms, determiners, prepositions, pronouns } from './words';
import type { Token } from '../../text/tokens';

/** A cue with what stands around it, before it is decided whether and what it says. */
export interface Sighting {
  cue: Cue;
  subject: Subject | null;
  /** Where the subject stands after the verb ("said Moor"). */
  inverted: { from: number; to: number } | null;
  complement: Complement | NoComplement;
  speaker: Kind | null;
  /** "Nobody said so." */
  nobody: boolean;
  /** The subject takes a verb without an ending ("they say"). */
  plural: boolean;
}

/** All cues of a unit that stand outside full quotations, in order. */
export function findSightings(unit: Unit, low: number, tokens: Token[], names: Names): Sighting[] {
  const opening = new Map(unit.quotations.map((quotation) => [quotation.open, quotation]));
  const around: Surroundings = { tokens, high: unit.to, names, opens: (token) => opening.get(token) };
  const found: Sighting[] = [];
  const titled = isTitle(tokens, low, unit.to);
  for (let i = low; i < unit.to; i++) {
    const quotation = opening.get(i);
    if (quotation && isWhole(tokens, quotation)) {
      i = quotation.to;
      continue;
    }
    if (tokens[i]?.capital && i > low && !titled) continue;
    if (names.inside(i) || names.endOf(i) !== undefined) continue;
    const cue = cueAt(tokens, i, low, unit.to);
    if (!cue || !standsAsVerb(cue, tokens, low)) continue;
    found.push(sight(cue, around, low));
    i = cue.to - 1;
  }
  return found;
}

/** A quotation that begins as a sentence does, or is long: nothing in it speaks for the text. */
const isWhole = (tokens: Token[], { from, to }: Quotation): boolean =>
  to - from > 60 || tokens[from]?.capital !== false || tokens[from]?.kind !== 'word';

/** Most words have a capital, as in a headline. */
function isTitle(tokens: Token[], from: number, to: number): boolean {
  const words = tokens.slice(from, to).filter(({ kind, text }) => kind === 'word' && text.length > 3);
  return words.filter(({ capital }) => capital).length > words.length * 0.7;
}

function sight(cue: Cue, around: Surroundings, low: number): Sighting {
  const { tokens, high, names } = around;
  const subject = cue.shape === 'gerund' ? null : subjectBefore(tokens, cue.group, low, names);
  let complement = complementAfter(cue, around);
  let inverted: Sighting['inverted'] = null;
  if (!subject && complement.kind !== 'that' && complement.kind !== 'quotation' && mayInvert(cue, tokens)) {
    inverted = subjectAfter(tokens, cue.to, high, names);
    // "said a trader | who gave no name": a clause about the speaker.
    const about = inverted && /^(?:who|whose|which)$/.test(tokens[inverted.to]?.lower ?? '');
    if (inverted && about) inverted = { from: inverted.from, to: endOfClause(tokens, inverted.to, high) };
    if (inverted)
      complement = about ? { from: inverted.to, kind: 'none' } : complementAfter({ ...cue, to: inverted.to }, around);
    if (inverted && !['quotation', 'that', 'colon'].includes(complement.kind))
      complement = { from: inverted.to, kind: 'none' };
  }
  const who = subject ?? inverted;
  const speaker = who && kindOf(tokens, who.from, who.to);
  const nobody = who !== null && /^(?:nobody|none|no)$/.test(tokens[who.from]?.lower ?? '');
  return { cue, subject, inverted, complement, speaker, nobody, plural: who !== null && isPlural(tokens, who) };
}

function endOfClause(tokens: Token[], from: number, high: number): number {
  let to = from;
  while (to < high && tokens[to]?.kind !== 'mark') to++;
  return to;
}

function isPlural(tokens: Token[], { from, to }: Range): boolean {
  const words = tokens.slice(from, to).map(({ lower }) => lower);
  const [only = ''] = words;
  if (words.length === 1 && pronouns.has(only)) return ['i', 'we', 'they', 'you'].includes(only);
  const end = words.findIndex((word, nth) => nth > 0 && (prepositions.has(word) || /^(?:who|that|which)$/.test(word)));
  return (
    words.includes('and') || /[^s]s$|^(?:people|police|men|women|both)$/.test(words.at(end < 0 ? -1 : end - 1) ?? '')
  );
}

/** A verb comes before its subject only right after what was said. */
function mayInvert(cue: Cue, tokens: Token[]): boolean {
  const before = tokens[cue.group - 1];
  return cue.shape === 'finite' && !!before && before.kind === 'mark' && /^[,"”»“’'…?!—–]/u.test(before.text);
}

/** Sorts out nouns and adjectives that look like verbs: "the reported losses", "claims of fraud", "member states". */
function standsAsVerb(cue: Cue, tokens: Token[], low: number): boolean {
  if (cue.shape === 'passive' || cue.shape === 'infinitive') return false;
  // "faith leaders, state attorneys general"
  if (
    cue.shape === 'base' &&
    tokens[cue.verb]?.lower === 'state' &&
    tokens[cue.to]?.kind === 'word' &&
    tokens[cue.to]?.lower !== 'that'
  )
    return false;
  // "at a joint news briefing"
  if (tokens[cue.verb]?.lower === 'briefing' && tokens[cue.group - 1]?.kind === 'word') return false;
  const before = cue.group > low ? (tokens[cue.group - 1]?.lower ?? '') : '';
  if (cue.from < cue.verb) return true;
  if (cue.shape !== 'gerund' && isAlone(tokens, cue.group)) return true;
  if (cue.shape !== 'gerund' && (determiners.has(before) || before === "'s" || prepositions.has(before))) {
    return (
      ['this', 'that', 'all', 'both', 'some', 'many', 'most', 'few'].includes(before) &&
      tokens[cue.to]?.lower === 'that'
    );
  }
  // "after their weekly call with", "the daily brief on"
  const next = tokens[cue.to]?.lower ?? '';
  if (cue.shape === 'base' && cue.to === cue.verb + 1 && /^(?:with|between|about|among)$/.test(next)) return false;
  // "agencies, states, and others"
  if (
    before === ',' &&
    next === ',' &&
    /^(?:states|reports|claims|posts|comments|calls)$/.test(tokens[cue.verb]?.lower ?? '')
  )
    return false;
  const ambiguous = cue.senses.every((sense) => sense.ambiguous);
  if (!ambiguous || /(?:ed|ing)$/.test(tokens[cue.verb]?.lower ?? '')) return true;
  if (isFinite(next) && !beForms.has(next)) return false;
  return next !== 'of' && next !== 'from' && next !== 'and' && next !== 'by';
}
