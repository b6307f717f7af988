import type { Token } from '../../text/tokens';
import type { Draft } from '../draft';
import type { Range, Unit } from '../unit';
import { accordingTo } from './according';
import { asSaid } from './as-said';
import { beforeColon } from './before-colon';
import { quotedAs } from './quoted-as';
import { isBaseCue } from './cues';
import { finish, isQuoted } from './finish';
import { isFiniteAt, kindOf, type Names } from './phrases';
import { claimsBefore } from './claims';
import { draftOf } from './drafting';
import { endOfDeed } from './end-of-deed';
import { isDeedOfPaper, sidesWithSomebody } from './no-speech';
import { participle } from './participles';
import { findSightings, type Sighting } from './sightings';
import { canSay, nestedCanSay } from './speakers';
import { subjectBefore } from './subject';
import { auxiliaries, beForms, isAdverb } from './words';
import type { Work } from './work';

/** The statements of one unit of English, in order of their cues. `low` is where its words begin, past a dateline. */
export function readUnit(unit: Unit, low: number, tokens: Token[], names: Names): Draft[] {
  const work: Work = { unit, low, tokens, names };
  const sightings = findSightings(unit, low, tokens, names);
  const claims = claimsBefore(work, sightings);
  const drafts: Draft[] = [];
  let open: Draft | null = null;
  for (const sighting of sightings) {
    const { verb } = sighting.cue;
    const own = claims.find((claim) => claim.sighting === sighting);
    const as = asSaid(work, sighting);
    if (as && drafts.length === 0) {
      drafts.push(as);
      open = as;
      continue;
    }
    const over = claims.find(({ sighting: { cue }, draft }) => verb < cue.group && within(draft, verb));
    if (own) {
      if (open) cutAt(work, open, own.draft.content[0]?.from ?? verb);
      drafts.push(own.draft);
      open = own.draft;
      continue;
    }
    const next: Draft | null = over ? null : following(work, sighting, open, drafts);
    if (next) {
      // "…, with Moor saying that"
      const other = next.construction === 'participle' ? next.speaker : null;
      const boundary = other && other.to === sighting.cue.group ? other.from - 1 : boundaryBefore(work, sighting);
      if (open && next.construction !== 'relative') cutAt(work, open, boundary);
      drafts.push(next);
      open = next;
    } else {
      if (open && within(open, verb) && turnsAway(work, sighting, open))
        cutAt(work, open, boundaryBefore(work, sighting));
      const outer = over?.draft ?? open;
      const inner = outer && within(outer, verb) ? nested(work, sighting, outer) : null;
      if (inner) drafts.push(inner);
    }
  }
  const attributed = [...accordingTo(work, drafts), ...quotedAs(work)];
  const announced = drafts.length + attributed.length === 0 ? beforeColon(work) : null;
  if (announced) attributed.push(announced);
  return [...drafts, ...attributed]
    .map((draft) => finish(work, draft))
    .sort((a, b) => (a.cue?.from ?? 0) - (b.cue?.from ?? 0));
}

const within = (draft: Draft, token: number): boolean =>
  draft.content.some(({ from, to }) => from <= token && token < to);

/** A statement whose content follows its cue, if that cue speaks for the text itself and not within `open`. */
function following(work: Work, sighting: Sighting, open: Draft | null, drafts: Draft[]): Draft | null {
  const { cue, subject, complement } = sighting;
  if (complement.kind === 'none' || cue.modal) return null;
  if (cue.negated && complement.kind !== 'phrase' && !leavesOpen(sighting)) return null;
  if (cue.shape === 'gerund') return participle(work, sighting, open, drafts);
  if (sidesWithSomebody(work, sighting) || isDeedOfPaper(work, sighting)) return null;
  const content = [{ from: complement.from, to: endOfDeed(work, sighting) }];
  if (subject) {
    if (!canSay(sighting)) return null;
    if (subject.intro && ['if', 'unless', 'whether', 'that', 'lest', 'what', 'how', 'why'].includes(subject.intro))
      return null;
    if (open && within(open, cue.verb) && !breaksFree(work, sighting, open)) return null;
    if (subject.how === 'relative' && work.tokens[complement.from - 1]?.text === ',') return null;
    if (subject.how === 'relative') limitToClause(work, content);
    if (subject.intro && subject.how === 'plain' && work.low >= subject.clause - 2) limitToComma(work, content);
    const how = subject.how === 'relative' ? 'relative' : 'subject-first';
    return draftOf(work, sighting, how, content, confidenceOf(sighting));
  }
  const before = work.tokens[cue.group - 1]?.lower ?? '';
  const present = cue.shape === 'base' && open !== null && isBaseCue(work.tokens[open.cue?.from ?? -1]?.lower ?? '');
  if (!(cue.shape === 'finite' || present) || !['and', 'but', ',', 'then'].includes(before)) return null;
  const clear =
    ['that', 'quotation', 'colon'].includes(complement.kind) ||
    (complement.kind === 'clause' && (complement.sense.speech || isReported(work, sighting))) ||
    (complement.kind === 'phrase' && cue.noun !== null);
  if (!clear && !isStrong(sighting) && open?.clause !== false) return null;
  const draft = draftOf(work, sighting, 'coordinate', content, 0.7);
  if (open) return sameTense(work, sighting, open) ? { ...draft, shared: open } : null;
  // "He lived there all his life, committed to it": no verb of its own.
  if (before === ',' && !clear) return null;
  const speaker = subjectOfVerbBefore(work, cue.group);
  return speaker && { ...draft, speaker };
}

/** "and vowed the fund would be open": a clause in reported speech, by its verb. */
const isReported = ({ tokens, unit }: Work, { complement, cue }: Sighting): boolean =>
  cue.senses.some(({ lemma }) =>
    /^(?:vow|pledge|promise|insist|stress|predict|hint|confirm|reiterate|acknowledge|concede|boast)$/.test(lemma),
  ) &&
  tokens
    .slice(complement.from, Math.min(unit.to, complement.from + 10))
    .some(({ lower }) => /^(?:would|could|had|might|was)$/.test(lower));

/** "Moor smiled and said": the subject of the verb that the cue is joined to. */
function subjectOfVerbBefore({ tokens, low, names }: Work, group: number): Range | null {
  for (let i = group - 2; i > Math.max(low, group - 40); i--) {
    if (!isFiniteAt(tokens, i) || tokens[i]?.capital) continue;
    // "was brave and committed to it": no verb of its own.
    if (beForms.has(tokens[i]?.lower ?? '')) return null;
    let start = i;
    while (start > low && (auxiliaries.has(tokens[start - 1]?.lower ?? '') || isAdverb(tokens[start - 1]?.lower ?? '')))
      start--;
    const subject = subjectBefore(tokens, start, low, names);
    if (!subject || subject.intro !== null || kindOf(tokens, subject.from, subject.to) === 'other') return null;
    return { from: subject.from, to: subject.to };
  }
  return null;
}

/** "did not rule out that …", "does not deny that …": what is not denied is said. */
const leavesOpen = ({ complement }: Sighting): boolean =>
  complement.kind === 'that' && /^(?:rule out|deny|dispute|exclude)$/.test(complement.sense.lemma);

const telling = new Set('say elaborate specify comment explain mention name disclose reveal indicate'.split(' '));

/** "…, but declined to give a date": what was said is over, though nothing more is said. */
function turnsAway(work: Work, sighting: Sighting, open: Draft): boolean {
  const { cue, subject } = sighting;
  const lemma = cue.senses[0]?.lemma ?? '';
  const but = work.tokens[cue.group - 1]?.lower === 'but';
  const silent = ['refuse', 'decline'].includes(lemma) || (cue.negated && telling.has(lemma));
  return !subject && but && silent && cue.shape === 'finite' && sameTense(work, sighting, open);
}

/** "and called for", "and condemned": an act of its own, whatever came before. */
const isStrong = ({ cue, complement }: Sighting): boolean =>
  (cue.to > cue.verb + 1 || complement.kind === 'infinitive' || complement.kind === 'phrase') &&
  complement.kind !== 'clause' &&
  cue.senses.some(({ act }) => act !== 'asserts');

/** Two verbs of one subject are both in the present or both in the past. */
function sameTense({ tokens }: Work, { cue }: Sighting, open: Draft): boolean {
  const present = (at: number | undefined): boolean =>
    /(?:[^s]s)$/.test(tokens[at ?? -1]?.lower ?? '') && !['has', 'was'].includes(tokens[at ?? -1]?.lower ?? '');
  return present(cue.from) === present(open.cue?.from);
}

/** After a semicolon, or ", and the minister said that": a clause beside the open statement and not within it. */
function breaksFree({ tokens }: Work, { subject, complement, speaker, cue }: Sighting, open: Draft): boolean {
  if (!subject || subject.how === 'relative') return false;
  const mark = tokens[subject.clause - 1]?.text;
  if (mark === ';') return true;
  const joined =
    ['and', 'but', 'while', 'whereas', 'although', 'though'].includes(tokens[subject.clause - 1]?.lower ?? '') ||
    ['and', 'but'].includes(tokens[subject.clause]?.lower ?? '');
  const comma = tokens[subject.clause - 2]?.text === ',' || mark === ',';
  const meanwhile = subject.intro === 'as' && mark === ',';
  const same =
    tokens[subject.from]?.lower === tokens[open.speaker?.from ?? -1]?.lower &&
    /^(?:he|she|they|we)$/.test(tokens[subject.from]?.lower ?? '');
  const speaks =
    cue.senses.some((sense) => sense.speech) &&
    (complement.kind === 'that' || complement.kind === 'quotation' || complement.kind === 'clause');
  const act = cue.senses.some(({ act: does }) => does !== 'asserts') && complement.kind === 'phrase';
  // ", while unions accused ministers of it"
  const beside = ['while', 'whereas'].includes(tokens[subject.clause - 1]?.lower ?? '');
  if (
    beside &&
    comma &&
    act &&
    speaker !== 'other' &&
    /R/.test(complement.kind === 'phrase' ? complement.sense.frames : '')
  )
    return true;
  const free = open.clause ? comma && (speaks || (same && act)) : complement.kind !== 'none';
  return (joined || meanwhile) && free && speaker !== 'other' && speaker !== 'document';
}

function confidenceOf({ complement, speaker, cue }: Sighting): number {
  const base = { that: 0.93, quotation: 0.93, colon: 0.85, clause: 0.86, infinitive: 0.75, phrase: 0.65, none: 0 }[
    complement.kind
  ];
  const doubt = speaker === 'other' ? 0.3 : speaker === 'document' || speaker === 'body' ? 0.05 : 0;
  return base - doubt - (cue.senses.some(({ frames }) => frames.includes('t')) ? 0 : 0.05);
}

/** A clause that opens with "as", "after", "while" ends at its comma. */
function limitToComma({ tokens, unit }: Work, content: Range[]): void {
  const [only] = content;
  if (!only) return;
  for (let i = only.from; i < unit.to; i++) {
    if (tokens[i]?.text === ',') {
      only.to = i;
      return;
    }
  }
}

/** ", who had called it a mistake, Moor left": a clause about somebody ends where the sentence goes on. */
function limitToClause({ tokens, unit }: Work, content: Range[]): void {
  const [only] = content;
  if (!only) return;
  for (let i = only.from + 1; i < Math.min(unit.to - 2, only.from + 40); i++) {
    if (isQuoted(unit, i) && tokens[i + 1]?.text !== '”' && tokens[i + 1]?.text !== '"') continue;
    const closing = /^["”’']$/.test(tokens[i + 1]?.text ?? '') ? i + 2 : i + 1;
    if (tokens[i]?.text !== ',') continue;
    const next = tokens[closing];
    const goesOn =
      isFiniteAt(tokens, closing) || ((next?.capital || next?.lower === 'the') && hasFiniteSoon(tokens, closing));
    if (goesOn) {
      only.to = closing;
      return;
    }
  }
}

const hasFiniteSoon = (tokens: Token[], from: number): boolean =>
  [1, 2, 3, 4].some((step) => isFiniteAt(tokens, from + step) && tokens[from + step]?.kind === 'word');

/** Where the clause of a later statement begins, so that the content before it ends. */
function boundaryBefore({ tokens }: Work, { cue, subject }: Sighting): number {
  let at = subject ? subject.clause : cue.group;
  while (
    ['and', 'but', 'while', 'whereas', 'although', 'then', 'though'].includes(tokens[at - 1]?.lower ?? '') ||
    tokens[at - 1]?.text === ','
  )
    at--;
  return at;
}

function cutAt(work: Work, draft: Draft, at: number): void {
  draft.content = draft.content.filter(({ from }) => from < at).map(({ from, to }) => ({ from, to: Math.min(to, at) }));
}

/** A statement within a statement: only with a speaker named in full, and a clear clause or deed. */
function nested(work: Work, sighting: Sighting, outer: Draft): Draft | null {
  const { cue, subject, complement } = sighting;
  if (!subject || subject.how !== 'plain' || cue.modal || cue.negated) return null;
  if (complement.kind !== 'that' && !isDeed(sighting)) return null;
  if (subject.intro && subject.intro !== 'that' && subject.intro !== 'as') return null;
  if (complement.kind === 'none' || !nestedCanSay(sighting)) return null;
  if (cue.from === cue.verb && !complement.sense.speech && complement.kind === 'that') return null;
  const end = outer.content.find(({ from, to }) => from <= cue.verb && cue.verb < to)?.to ?? work.unit.to;
  if (end <= complement.from) return null;
  return { ...draftOf(work, sighting, 'subject-first', [{ from: complement.from, to: end }], 0.6), within: outer };
}

/** "explaining that Ostland has refused to talk": what another, by name, is told to have refused or promised. */
const isDeed = ({ complement, speaker }: Sighting): boolean =>
  complement.kind === 'infinitive' && ['refuses', 'commits'].includes(complement.sense.act) && speaker === 'name';
