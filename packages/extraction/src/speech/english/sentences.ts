import type { Token } from '../../text/tokens';
import type { Construction, Draft } from '../draft';
import type { Range, Unit } from '../unit';
import { actOf } from './acts';
import { accordingTo } from './according';
import { asContent } from '../content';
import { hasVerb, isFinite, kindOf, type Names } from './phrases';
import { findSightings, type Sighting } from './sightings';
import { canSay, nestedCanSay } from './speakers';
import { skipOpening, subjectBefore } from './subject';
import { auxiliaries, isAdverb } from './words';
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
    const over = claims.find(({ sighting: { cue }, draft }) => verb < cue.group && within(draft, verb));
    if (own) {
      if (open) cutAt(work, open, own.draft.content[0]?.from ?? verb);
      drafts.push(own.draft);
      open = own.draft;
      continue;
    }
    const next: Draft | null = over ? null : following(work, sighting, open, drafts);
    if (next) {
      if (open && next.construction !== 'relative') cutAt(work, open, boundaryBefore(work, sighting));
      drafts.push(next);
      open = next;
    } else {
      const outer = over?.draft ?? open;
      const inner = outer && within(outer, verb) ? nested(work, sighting, outer) : null;
      if (inner) drafts.push(inner);
    }
  }
  const attributed = accordingTo(work, drafts);
  return [...drafts, ...attributed]
    .map((draft) => finish(work, draft))
    .sort((a, b) => (a.cue?.from ?? 0) - (b.cue?.from ?? 0));
}

const within = (draft: Draft, token: number): boolean =>
  draft.content.some(({ from, to }) => from <= token && token < to);

/** Takes the marks off the content, and tells whether all of it is quoted. */
function finish({ tokens, unit }: Work, draft: Draft): Draft {
  const parts = draft.content.flatMap((range) => asContent(tokens, range, unit.quotations) ?? []);
  draft.content = parts.map(({ range }) => range);
  draft.direct = parts.length > 0 && parts.every(({ direct }) => direct);
  return draft;
}

function draftOf(
  work: Work,
  sighting: Sighting,
  construction: Construction,
  content: Range[],
  confidence: number,
): Draft {
  const { cue, subject, inverted } = sighting;
  const who = subject ?? inverted;
  return {
    speaker: who && { from: who.from, to: who.to },
    shared: null,
    cue: { from: cue.from, to: cue.to },
    content,
    direct: false,
    act: actOf(work.tokens, sighting),
    construction,
    confidence,
    headline: false,
    within: null,
    paragraph: work.unit.paragraph,
  };
}

interface Claim {
  sighting: Sighting;
  draft: Draft;
}

/** "…, he said" and "…, said Moor": what stands before a cue is its content, and what is said within it is nested. */
function claimsBefore(work: Work, sightings: Sighting[]): Claim[] {
  const { tokens, unit } = work;
  const claims: Claim[] = [];
  let start = work.low;
  for (const sighting of sightings) {
    const { cue, subject, inverted, complement } = sighting;
    if (cue.shape !== 'finite' || cue.negated || cue.modal || !cue.senses.some(({ frames }) => /[tTqQ]/.test(frames)))
      continue;
    if (complement.kind !== 'none' && complement.kind !== 'quotation' && complement.kind !== 'colon') continue;
    const edge = subject ? subject.clause : inverted ? cue.group : null;
    if (
      edge === null ||
      edge - 1 <= start ||
      (subject && (subject.intro || !subject.afterMark || subject.how === 'relative'))
    )
      continue;
    if (!canSay(sighting) || !isEdge(tokens, edge)) continue;
    const from = skipOpening(tokens, start, edge);
    const said = { from, to: edge };
    const quoted = asContent(tokens, said, unit.quotations)?.direct === true;
    const rest = restAfter(work, sighting);
    if (complement.kind !== 'none' && !quoted) continue;
    const content = [...(from < edge - 1 ? [said] : []), ...(rest ? [rest] : [])];
    if (content.length === 0 || (!rest && !quoted && !hasVerb(tokens, from, edge))) continue;
    if (!quoted && !cue.senses.some(({ frames }) => /[tTq]/.test(frames))) continue;
    const construction = rest ? 'interposed' : inverted ? 'inverted' : 'subject-last';
    claims.push({ sighting, draft: draftOf(work, sighting, construction, content, quoted ? 0.95 : 0.88) });
    start = rest?.to ?? cue.to;
  }
  return claims;
}

const isEdge = (tokens: Token[], at: number): boolean => /^[,"”»“’'…?!—–]/u.test(tokens[at - 1]?.text ?? '');

/** "“A,” he said, “B.”" and "The talks, he said, were long": what goes on after the cue. */
function restAfter({ tokens, unit, low }: Work, { cue, subject, complement }: Sighting): Range | null {
  if (complement.kind === 'quotation' || complement.kind === 'colon') return { from: complement.from, to: unit.to };
  const comma = complement.from;
  if (tokens[comma]?.text !== ',' || !subject) return null;
  const from = skipOpening(tokens, low, subject.clause - 1);
  const next = tokens[comma + 1];
  if (!next || hasVerb(tokens, from, subject.clause - 1) || cue.senses.some(({ frames }) => frames.includes('r')))
    return null;
  if (next.lower.endsWith('ing') || ['who', 'which', 'and', 'but', 'after', 'as', 'when', 'while'].includes(next.lower))
    return null;
  return hasVerb(tokens, comma + 1, unit.to) ? { from: comma + 1, to: unit.to } : null;
}

/** A statement whose content follows its cue, if that cue speaks for the text itself and not within `open`. */
function following(work: Work, sighting: Sighting, open: Draft | null, drafts: Draft[]): Draft | null {
  const { cue, subject, complement } = sighting;
  if (complement.kind === 'none' || cue.modal || (cue.negated && complement.kind !== 'phrase')) return null;
  if (cue.shape === 'gerund') return participle(work, sighting, open, drafts);
  const content = [{ from: complement.from, to: work.unit.to }];
  if (subject) {
    if (!canSay(sighting)) return null;
    if (subject.intro && ['if', 'unless', 'whether', 'that', 'lest', 'what', 'how', 'why'].includes(subject.intro))
      return null;
    if (open && within(open, cue.verb) && !breaksFree(work, sighting)) return null;
    if (subject.how === 'relative' && work.tokens[complement.from - 1]?.text === ',') return null;
    if (subject.intro && subject.how === 'plain' && work.low >= subject.clause - 2) limitToComma(work, content);
    const how = subject.how === 'relative' ? 'relative' : 'subject-first';
    return draftOf(work, sighting, how, content, confidenceOf(sighting));
  }
  const before = work.tokens[cue.group - 1]?.lower ?? '';
  if (cue.shape !== 'finite' || !['and', 'but', ',', 'then'].includes(before)) return null;
  const clear =
    ['that', 'quotation', 'colon'].includes(complement.kind) ||
    (complement.kind === 'clause' && complement.sense.speech);
  if (!clear && !isStrong(sighting)) return null;
  const draft = draftOf(work, sighting, 'coordinate', content, 0.7);
  if (open) return sameTense(work, sighting, open) ? { ...draft, shared: open } : null;
  const speaker = subjectOfVerbBefore(work, cue.group);
  return speaker && { ...draft, speaker };
}

/** "Moor smiled and said": the subject of the verb that the cue is joined to. */
function subjectOfVerbBefore({ tokens, low, names }: Work, group: number): Range | null {
  for (let i = group - 2; i > Math.max(low, group - 40); i--) {
    if (!isFinite(tokens[i]?.lower ?? '') || tokens[i]?.capital) continue;
    let start = i;
    while (start > low && (auxiliaries.has(tokens[start - 1]?.lower ?? '') || isAdverb(tokens[start - 1]?.lower ?? '')))
      start--;
    const subject = subjectBefore(tokens, start, low, names);
    if (!subject || subject.intro !== null || kindOf(tokens, subject.from, subject.to) === 'other') return null;
    return { from: subject.from, to: subject.to };
  }
  return null;
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
function breaksFree({ tokens }: Work, { subject, complement, speaker, cue }: Sighting): boolean {
  if (!subject || subject.how === 'relative') return false;
  const mark = tokens[subject.clause - 1]?.text;
  if (mark === ';') return true;
  const joined =
    ['and', 'but', 'while', 'whereas', 'although', 'though'].includes(tokens[subject.clause - 1]?.lower ?? '') ||
    ['and', 'but'].includes(tokens[subject.clause]?.lower ?? '');
  const comma = tokens[subject.clause - 2]?.text === ',' || mark === ',';
  const speaks =
    cue.senses.some((sense) => sense.speech) &&
    (complement.kind === 'that' || complement.kind === 'quotation' || complement.kind === 'clause');
  return joined && comma && speaks && speaker !== 'other' && speaker !== 'document';
}

function confidenceOf({ complement, speaker, cue }: Sighting): number {
  const base = { that: 0.93, quotation: 0.93, colon: 0.85, clause: 0.86, infinitive: 0.75, phrase: 0.65, none: 0 }[
    complement.kind
  ];
  const doubt = speaker === 'other' ? 0.3 : speaker === 'document' || speaker === 'body' ? 0.05 : 0;
  return base - doubt - (cue.senses.some(({ frames }) => frames.includes('t')) ? 0 : 0.05);
}

/** "…, adding that" and "Declaring that …, he left": the speaker is the one whose action it goes with. */
function participle(work: Work, sighting: Sighting, open: Draft | null, drafts: Draft[]): Draft | null {
  const { tokens, unit } = work;
  const { cue, complement } = sighting;
  if (cue.senses[0]?.lemma === 'ask' || cue.senses[0]?.lemma === 'demand') return null;
  const before = tokens[cue.group - 1]?.text ?? '';
  const atStart = cue.group === work.low || skipOpening(tokens, work.low, cue.group) === cue.group;
  const chained = before === 'and' && drafts.at(-1)?.construction === 'participle';
  if (atStart) return initialParticiple(work, sighting);
  if (!chained && ![',', '—', '–', '”', '"', '»'].includes(before)) return null;
  const content = [{ from: complement.from, to: unit.to }];
  const draft = draftOf(work, sighting, 'participle', content, complement.kind === 'phrase' ? 0.65 : 0.85);
  if (open) return { ...draft, shared: open };
  const subject = mainSubject(work, cue.group);
  return subject && { ...draft, speaker: subject };
}

/** The content of an opening participle ends where the clause of its speaker begins. */
function initialParticiple(work: Work, sighting: Sighting): Draft | null {
  const { tokens, unit } = work;
  const { complement } = sighting;
  if (complement.kind === 'none') return null;
  for (let i = complement.from; i < unit.to; i++) {
    if (tokens[i]?.text !== ',') continue;
    const subject = mainSubject({ ...work, low: i + 1 }, unit.to);
    const named =
      subject &&
      (tokens[subject.from]?.capital ||
        ['he', 'she', 'they'].includes(tokens[subject.from]?.lower ?? '') ||
        tokens[subject.from]?.lower === 'the');
    if (!named || subject.from - i > 3) continue;
    return { ...draftOf(work, sighting, 'participle', [{ from: complement.from, to: i }], 0.8), speaker: subject };
  }
  return null;
}

/** "Moor met the envoy, telling him": the first noun phrase before the first verb. */
function mainSubject({ tokens, low, names }: Work, high: number): Range | null {
  const from = skipOpening(tokens, low, high);
  let to = from;
  while (
    to < high &&
    (names.inside(to) || names.endOf(to) !== undefined || !hasVerb(tokens, to, to + 1)) &&
    tokens[to]?.text !== ','
  )
    to++;
  while (to > from && /ly$|^also$/.test(tokens[to - 1]?.lower ?? '')) to--;
  return to > from && to - from < 15 && to < high ? { from, to } : null;
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

/** A statement within a statement: only with a speaker named in full and a clear clause. */
function nested(work: Work, sighting: Sighting, outer: Draft): Draft | null {
  const { cue, subject, complement } = sighting;
  if (!subject || subject.how !== 'plain' || cue.modal || cue.negated || complement.kind !== 'that') return null;
  if (subject.intro && subject.intro !== 'that' && subject.intro !== 'as') return null;
  if (!nestedCanSay(sighting) || (cue.from === cue.verb && !complement.sense.speech)) return null;
  const end = outer.content.find(({ from, to }) => from <= cue.verb && cue.verb < to)?.to ?? work.unit.to;
  if (end <= complement.from) return null;
  return { ...draftOf(work, sighting, 'subject-first', [{ from: complement.from, to: end }], 0.6), within: outer };
}
