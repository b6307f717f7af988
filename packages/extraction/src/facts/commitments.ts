import type { SuggestedCommitment } from '../extraction';
import { onOneLine, type FoundText } from './found-text';
import { determiners, prepositions } from './function-words';
import { listBelow } from './list-below';
import { objectAfter, type TokenRange } from './object-phrase';
import { subjectOf, type Collectives, type Subject } from './subjects';
import { verbGroup, type VerbGroup } from './verb-group';

type Step = SuggestedCommitment['step'];

const promising = new Map<string, { step: Step; confidence: number }>(
  Object.entries({
    pledged: { step: 'announced', confidence: 0.8 },
    pledges: { step: 'announced', confidence: 0.8 },
    pledge: { step: 'announced', confidence: 0.7 },
    promised: { step: 'announced', confidence: 0.75 },
    promises: { step: 'announced', confidence: 0.7 },
    vowed: { step: 'announced', confidence: 0.7 },
    vows: { step: 'announced', confidence: 0.7 },
    committed: { step: 'announced', confidence: 0.75 },
    commits: { step: 'announced', confidence: 0.75 },
    commit: { step: 'announced', confidence: 0.7 },
    resolved: { step: 'agreed', confidence: 0.65 },
    intends: { step: 'announced', confidence: 0.65 },
    intend: { step: 'announced', confidence: 0.65 },
    agreed: { step: 'agreed', confidence: 0.8 },
    agree: { step: 'agreed', confidence: 0.75 },
    agrees: { step: 'agreed', confidence: 0.75 },
    undertakes: { step: 'legally_committed', confidence: 0.75 },
    undertook: { step: 'legally_committed', confidence: 0.7 },
    undertake: { step: 'legally_committed', confidence: 0.7 },
  } satisfies Record<string, { step: Step; confidence: number }>),
);
const giving = new Set(
  (
    'provide supply deliver send donate train fund finance contribute give allocate transfer deploy invest lend ' +
    'increase double intensify'
  ).split(' '),
);
/** Verbs in the past that say how far it has come; with a thing or a sum as object. */
const done = new Map<string, Step>([
  ...'allocated appropriated earmarked'.split(' ').map((word) => [word, 'allocated'] as const),
  ...'delivered donated supplied transferred'.split(' ').map((word) => [word, 'delivered'] as const),
]);
/** What is delivered in words only. */
const spoken =
  /\b(?:message|speech|remarks?|statement|address|verdict|warning|lecture|blow|keynote|letter|note|results?|signal|updates?|information|details?|answers?|readout|briefing|overview|comment|clarity|color|context|toast)\b/i;

/** What actors have promised, agreed to do, set aside or delivered. */
export function findCommitments(text: FoundText, collectives: Collectives): SuggestedCommitment[] {
  const found: SuggestedCommitment[] = [];
  text.reading.tokens.forEach(({ lower, kind }, at) => {
    if (kind !== 'word' || text.isAsked(at)) return;
    const promise = promising.get(lower);
    const step = done.get(lower);
    if (promise) found.push(...ofPromise(text, collectives, at, promise));
    else if (step) found.push(...ofDone(text, collectives, at, step));
    else if (giving.has(lower)) found.push(...ofGiving(text, collectives, at));
  });
  return distinct(found);
}

/** "pledged to train …", "committed €2 billion to …", "agree:" and a list. */
function ofPromise(
  text: FoundText,
  collectives: Collectives,
  at: number,
  { step, confidence }: { step: Step; confidence: number },
): SuggestedCommitment[] {
  const group = verbGroup(text, at);
  const passive = group.passive && !/^(?:committed|resolved|agreed)$/.test(text.word(at));
  // What would be promised, or should be, has not been; and "commit" without a subject is an order.
  if (group.negated || passive || /^(?:would|should|may|might|can|could|must)$/.test(group.modal ?? '')) return [];
  const from = contentAfter(text, at);
  if (from === null) return [];
  return make(text, {
    group,
    subject: subjectOf(text, group.from, collectives),
    from,
    step,
    confidence,
    words: text.word(at),
  });
}

/** Where what is promised begins: behind "to", at a sum, or at the list below; null where the verb means something else. */
function contentAfter(text: FoundText, at: number): number | null {
  const next = text.word(at + 1);
  // "agreed to the plan", "is committed to peace": to a thing, not to do something.
  if (next === 'to')
    return determiners.has(text.word(at + 2)) || /^(?:it|them)$/.test(text.word(at + 2)) ? null : at + 2;
  if (next === ':') return at + 1;
  if (isSum(text, at + 1) || /^(?:up|an?|more|additional)$/.test(next)) {
    return /^(?:committed|commits|commit|pledged|pledges|pledge|promised|promises)$/.test(text.word(at)) &&
      hasSum(text, at + 1)
      ? at + 1
      : null;
  }
  return null;
}

const isSum = (text: FoundText, at: number): boolean => /^(?:[€$£¥₴]|\p{N}+|us\$|c\$|a\$)/u.test(text.word(at));

function hasSum(text: FoundText, from: number): boolean {
  for (let at = from; at < from + 6; at++) if (isSum(text, at)) return true;
  return false;
}

/** "will provide …", "shall supply …" */
function ofGiving(text: FoundText, collectives: Collectives, at: number): SuggestedCommitment[] {
  const group = verbGroup(text, text.word(at - 1) === 'to' && /^continues?$/.test(text.word(at - 2)) ? at - 2 : at);
  if (group.negated || (group.modal !== 'will' && group.modal !== 'shall')) return [];
  if (spoken.test(wordsAfter(text, at + 1))) return [];
  const step = group.modal === 'shall' ? 'legally_committed' : 'announced';
  return make(text, {
    group,
    subject: subjectOf(text, group.from, collectives),
    from: at,
    step,
    confidence: 0.7,
    words: `${group.modal} ${text.word(at)}`,
  });
}

/** "has allocated €2 billion", "delivered forty trucks to …" */
function ofDone(text: FoundText, collectives: Collectives, at: number, step: Step): SuggestedCommitment[] {
  const group = verbGroup(text, at);
  const { from, to } = objectAfter(text, at + 1);
  // "the aid that was allocated to A": what it is stands before.
  if (prepositions.has(text.word(from))) return [];
  if (group.negated || group.passive || group.modal !== null || to - from < 2 || spoken.test(wordsAfter(text, at + 1)))
    return [];
  return make(text, {
    group,
    subject: subjectOf(text, group.from, collectives),
    from: at + 1,
    step,
    confidence: 0.65,
    words: text.word(at),
  });
}

/** The next few words: what is delivered or given stands there. */
const wordsAfter = (text: FoundText, at: number): string => [0, 1, 2, 3].map((n) => text.word(at + n)).join(' ');

interface Promise {
  group: VerbGroup;
  subject: Subject | null;
  from: number;
  step: Step;
  confidence: number;
  words: string;
}

function make(text: FoundText, { subject, from, step, confidence, words }: Promise): SuggestedCommitment[] {
  if (!subject) return [];
  const points = listBelow(text, from).filter((point) => !promises(text, point));
  return (points.length > 0 ? points : [objectAfter(text, from)])
    .filter((range) => range.to > range.from)
    .map((range) => {
      const span: [number, number] = [text.token(range.from)?.start ?? 0, text.token(range.to - 1)?.end ?? 0];
      const owedTo = receiversIn(text, range).filter((actor) => !subject.actors.includes(actor));
      return {
        owedBy: subject.actors,
        owedTo,
        what: onOneLine(text.reading.text, ...span).replaceAll('*', ''),
        step,
        span,
        reason: `“${words}”${subject.sure ? '' : '; who that is, is taken from the sentences before'}`,
        confidence: subject.sure ? confidence : confidence - 0.15,
      };
    });
}

/** A point of a list that is a promise of its own is found as that. */
function promises(text: FoundText, { from, to }: TokenRange): boolean {
  for (let at = from; at < to; at++) if (promising.has(text.word(at)) && text.word(at + 1) === 'to') return true;
  return false;
}

const dative = new Set('provide give supply help assist support offer send arm equip train'.split(' '));

/** "… to A", "… for A and B", "provide A with …": who gets it. */
function receiversIn(text: FoundText, { from, to }: TokenRange): number[] {
  const receivers: number[] = [];
  for (let at = from; at < to - 1; at++) {
    const word = text.word(at);
    if (!/^(?:to|for|with)$/.test(word) && !(dative.has(word) && at === from)) continue;
    const next = /^(?:the|its|their)$/.test(text.word(at + 1)) ? at + 2 : at + 1;
    const mention = text.actorStartingAt(text.token(next)?.start ?? -1);
    // "for Ostland's accession" is for no one.
    if (mention && !owns(text, mention.end)) receivers.push(mention.place);
  }
  return [...new Set(receivers)];
}

const owns = (text: FoundText, end: number): boolean => /^['’]s/.test(text.reading.text.slice(end, end + 2));

/** One promise is said by one verb: "agreed to provide" is not two. */
function distinct(found: readonly SuggestedCommitment[]): SuggestedCommitment[] {
  const kept = new Map<number, SuggestedCommitment>();
  for (const commitment of found) {
    const known = kept.get(commitment.span[1]);
    if (!known || known.confidence < commitment.confidence) kept.set(commitment.span[1], commitment);
  }
  return [...kept.values()].toSorted((a, b) => a.span[0] - b.span[0]);
}
