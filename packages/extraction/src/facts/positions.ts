import type { KnownIssue, SuggestedPosition, SuggestedStatement } from '../extraction';
import { firstAtOrAfter } from '../text/first-at-or-after';
import { onOneLine, type FoundText } from './found-text';
import { auxiliaries, determiners, isAdverb, pronouns } from './function-words';
import { objectAfter, type TokenRange } from './object-phrase';
import { subjectOf } from './subjects';
import { verbGroup } from './verb-group';

type Stance = SuggestedPosition['stance'];

/** How a verb takes a stand on its object, and what may stand between. */
interface Stand {
  stance: Stance;
  /** The object begins behind this word; null: right behind the verb. */
  behind: string | null;
}
const forms = (stand: Stand, words: string): [string, Stand][] => words.split(' ').map((word) => [word, stand]);
const stands = new Map<string, Stand>([
  ...forms(
    { stance: 'opposes', behind: 'to' },
    'refuse refuses refused refusing decline declines declined object objects objected',
  ),
  ...forms({ stance: 'opposes', behind: null }, 'oppose opposes opposed opposing reject rejects rejected rejecting'),
  ...forms({ stance: 'opposes', behind: 'out' }, 'rule rules ruled ruling'),
  ...forms(
    { stance: 'supports', behind: null },
    'support supports supported supporting favour favours favor favors back backs backed endorse endorses endorsed',
  ),
  ...forms({ stance: 'blocked', behind: null }, 'block blocks blocked blocking veto vetoes vetoed vetoing'),
]);
const bases = new Set(
  'support oppose reject favour favor back endorse block veto refuse decline object rule'.split(' '),
);
const ofAct: Partial<Record<SuggestedStatement['act'], Stance>> = {
  supports: 'supports',
  opposes: 'opposes',
  refuses: 'opposes',
  denies: 'opposes',
};
const condition = /\b(?:only if|unless|on (?:the )?condition|provided that|as long as|until)\b/i;

/**
 * Positions that statements imply. A stand that the content names ("Ostland opposes any …") is the position of whoever takes
 * it; where the statement itself refuses, opposes or supports, it is the speaker's, or that of whom the speaker speaks for.
 */
export function findPositions(text: FoundText): SuggestedPosition[] {
  const issues = text.issues.map((issue) => ({ issue, words: contentWords(`${issue.shortTitle} ${issue.question}`) }));
  return text.statements
    .flatMap((statement, place) => {
      const said = { statement, place };
      const named = ofContent(text, said);
      return named.length > 0 ? named : ofSpeaker(text, said);
    })
    .map((position) => withIssue(position, issues));
}

interface Said {
  statement: SuggestedStatement;
  place: number;
}

/** Stands that the words of a statement report. */
function ofContent(text: FoundText, { statement, place }: Said): SuggestedPosition[] {
  const { tokens } = text.reading;
  return statement.contentSpans.flatMap(([start, end]) => {
    const found: SuggestedPosition[] = [];
    for (
      let at = firstAtOrAfter(tokens, start, (token) => token.start);
      at < tokens.length && (tokens[at]?.end ?? 0) <= end;
      at++
    ) {
      const position = standAt(text, { statement, place }, at, start);
      if (position) found.push(position);
    }
    return found;
  });
}

function standAt(text: FoundText, said: Said, at: number, start: number): SuggestedPosition | null {
  const stand = stands.get(text.word(at));
  if (!stand || text.isAsked(at)) return null;
  const group = verbGroup(text, at);
  if (group.passive || /^(?:would|could|might|may|should|must|can)$/.test(group.modal ?? '')) return null;
  // "backed by" is said of something, and "support" is a noun more often than not.
  if (text.word(at + 1) === 'by') return null;
  // Who does not support comes close to opposing; who does not oppose may be neutral.
  if (group.negated && stand.stance !== 'supports') return null;
  const own = text.word(group.from - 1);
  const speaker = /^(?:we|i)$/.test(own) && said.statement.kind === 'direct' ? holderOf(text, said.statement) : null;
  const subject = speaker === null ? subjectOf(text, group.from, () => null) : null;
  const actor = speaker ?? subject?.actors[0];
  if (actor === undefined || (subject && (text.token(subject.from)?.start ?? 0) < start)) return null;
  if (group.from === at && bases.has(text.word(at)) && speaker === null && (subject?.actors.length ?? 0) < 2)
    return null;
  if (stand.behind !== null && text.word(at + 1) !== stand.behind) return null;
  const from = pastAside(text, at + (stand.behind === null ? 1 : 2));
  const range = objectAfter(text, from);
  const words = onOneLine(text.reading.text, text.token(group.from)?.start ?? 0, text.token(at)?.end ?? 0);
  if (range.to - range.from < 1 || startsBadly(text.word(range.from)) || saysNothing(text, range)) return null;
  const span: [number, number] = [text.token(range.from)?.start ?? 0, text.token(range.to - 1)?.end ?? 0];
  return position(text, said, {
    actor,
    stance: group.negated ? 'opposes' : stand.stance,
    span,
    why: `it says “${words}”`,
    confidence: 0.7,
  });
}

/** "support, at the very least, | a talk": past what stands between two commas. */
function pastAside(text: FoundText, from: number): number {
  if (text.word(from) !== ',') return from;
  for (let at = from + 1; at < from + 8; at++) if (text.word(at) === ',') return at + 1;
  return from + 1;
}

/** The statement itself takes a stand. */
function ofSpeaker(text: FoundText, said: Said): SuggestedPosition[] {
  const { act, contentSpans, media, cue } = said.statement;
  const stance = ofAct[act];
  const span = contentSpans[0];
  const actor = holderOf(text, said.statement);
  if (!stance || !span || actor === null || media || !takesStand.test(cue ?? '')) return [];
  if (startsBadly(text.reading.text.slice(span[0], span[0] + 12).split(/\s/)[0] ?? '')) return [];
  return [
    position(text, said, {
      actor,
      stance,
      span,
      why: `the statement ${act}${cue === null ? '' : ` (“${cue}”)`}`,
      confidence: act === 'denies' ? 0.35 : 0.5,
    }),
  ];
}

/** To welcome or to regret something is not yet a position on it. */
const takesStand =
  /\b(?:support|back|endors|favou?r|oppos|reject|refus|declin|den(?:y|i)|object|condemn|rul(?:e|ed|es|ing) out|veto|block|against)/i;

/** "backed down", "supported and respected …", "backed by …": the words that follow are not what the stand is on. */
const startsBadly = (word: string): boolean => /^(?:and|or|but|by|down|off|up|to)$/i.test(word);

/** "support this", "reject it", "elements that we supported that would …" */
const saysNothing = (text: FoundText, { from, to }: TokenRange): boolean =>
  (to - from === 1 &&
    (determiners.has(text.word(from)) || pronouns.has(text.word(from)) || isAdverb(text.word(from)))) ||
  (text.word(from) === 'that' && auxiliaries.has(text.word(from + 1)));

/** Whoever holds an office of a state or an organisation takes its position. */
function holderOf(text: FoundText, { actor, affiliation, role }: SuggestedStatement): number | null {
  if (affiliation !== null && role !== null) {
    const whole = text.institution(affiliation);
    if (whole !== null) return whole;
  }
  return actor;
}

interface Outline {
  actor: number;
  stance: Stance;
  span: [number, number];
  why: string;
  confidence: number;
}

function position(
  text: FoundText,
  { statement, place }: Said,
  { actor, stance, span, why, confidence }: Outline,
): SuggestedPosition {
  const subject = onOneLine(text.reading.text, ...span);
  const bound = stance === 'supports' || stance === 'opposes' ? condition.test(subject) : false;
  return {
    actor,
    statement: place,
    issue: null,
    subject,
    stance: bound ? 'conditional' : stance,
    turn: turnOf(`${statement.cue ?? ''} ${subject}`),
    span,
    reason: `Inference from the statement of ${statement.speaker ?? 'somebody'}: ${why}`,
    confidence,
  };
}

const turnOf = (words: string): SuggestedPosition['turn'] => {
  if (/\b(?:reiterat|reaffirm|restat|repeat|once again|as before)/i.test(words)) return 'restated';
  return /\b(?:no longer|reversed|dropped its|lifted its)\b/i.test(words) ? 'reversed' : null;
};

const small = new Set(
  (
    'should would could does will the and for with that this from have has been are was were its their about into over not any ' +
    'whether which who what how than then there'
  ).split(' '),
);

/** Words that carry meaning, without the endings of number and tense. */
function contentWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return new Set(words.filter((word) => !small.has(word)).map((word) => word.replace(/(?:ies|ing|ed|es|s|y)$/, '')));
}

/** The question on record that shares most with the subject, where it shares at least two words and half of the subject's or its own. */
function withIssue(
  position: SuggestedPosition,
  issues: readonly { issue: KnownIssue; words: Set<string> }[],
): SuggestedPosition {
  const words = contentWords(position.subject);
  let best: KnownIssue | null = null;
  let most = 1;
  for (const { issue, words: asked } of issues) {
    const shared = [...words].filter((word) => asked.has(word)).length;
    if (shared > most && shared * 2 >= Math.min(words.size, asked.size)) [best, most] = [issue, shared];
  }
  if (!best) return position;
  return {
    ...position,
    issue: best.id,
    reason: `${position.reason}; it shares ${most} words with “${best.shortTitle}”`,
  };
}
