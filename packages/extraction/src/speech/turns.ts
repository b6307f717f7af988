import type { Reading } from '../text/reading';
import type { Draft } from './draft';
import type { Range } from './unit';

/** A text with fewer labelled paragraphs is no transcript. */
const fewest = 3;
const longestLabel = 8;

/** The label of a turn ("MR. KIRBY:", "Q"): its words, and where the speech begins. */
interface Label extends Range {
  /** Where the colon stands. */
  mark: number;
  speech: number;
  question: boolean;
}

/**
 * The turns of a transcript, by paragraph: every paragraph of a turn is a statement of its speaker. Questions of reporters
 * and stage directions are none. Empty where the text is no transcript.
 */
export function findTurns(reading: Reading): Map<number, Draft | null> {
  const turns = new Map<number, Draft | null>();
  const labels = reading.paragraphs.map((_, paragraph) => labelOf(reading, paragraph));
  addNames(reading, labels);
  if (labels.filter((label) => label !== null).length < fewest) return turns;
  let current: { label: Label; first: Draft | null } | null = null;
  reading.paragraphs.forEach((_, paragraph) => {
    const label = labels[paragraph];
    if (label) current = { label, first: null };
    if (!current) return;
    const { from, to } = wordsOf(reading, paragraph);
    const start = label ? label.speech : from;
    if (isHeading(reading, from)) current = null;
    if (!current || current.label.question || start >= to || saysNothing(reading, start, to)) {
      turns.set(paragraph, null);
      return;
    }
    const turn = turnOf(current.label, current.first, { from: start, to }, paragraph);
    current.first ??= turn;
    turns.set(paragraph, turn);
  });
  return turns;
}

/** How often a name in small letters has to stand before a colon ("Lund: No."), so that it is the label of a turn. */
const fewestOfOne = 2;

/** Labels in small letters, as interviews have them. */
function addNames(reading: Reading, labels: (Label | null)[]): void {
  const named = reading.paragraphs.map((_, paragraph) => (labels[paragraph] ? null : nameLabel(reading, paragraph)));
  const words = ({ from, to }: Range) =>
    reading.tokens
      .slice(from, to)
      .map(({ lower }) => lower)
      .join(' ');
  if (addMembers(reading, labels)) return;
  const often = new Map<string, number>();
  for (const label of named) if (label) often.set(words(label), (often.get(words(label)) ?? 0) + 1);
  if ([...often.values()].filter((count) => count >= fewestOfOne).length < 2) return;
  named.forEach((label, paragraph) => {
    if (label && (often.get(words(label)) ?? 0) >= fewestOfOne) labels[paragraph] = label;
  });
}

/** Of the paragraphs of a debate from its first label on, so many begin with one. */
const leastShare = 0.6;
const longestMember = 16;
const honorifics = /^(?:mr|mrs|ms|miss|sir|dame|lord|lady|baroness|dr|hon|madam|the)\.?$/;
const between = /^(?:for|of|the|and|de|la|von|van|[().,-])$/;

/** "Ada Moor (Avaburg) (Lab):", "The Minister for Trade (Dame Ada Moor):", as the reports of parliaments have them. */
function addMembers(reading: Reading, labels: (Label | null)[]): boolean {
  const members = reading.paragraphs.map((_, paragraph) => memberLabel(reading, paragraph));
  const first = members.findIndex((label) => label !== null);
  const all = members.filter((label) => label !== null);
  const formal = all.filter(({ formal: is }) => is);
  if (all.length < fewest || formal.length < 2 || all.length < (members.length - first) * leastShare) return false;
  members.forEach((label, paragraph) => {
    labels[paragraph] ??= label;
  });
  return true;
}

/** `formal`: with a courtesy before the name or a seat in brackets after it. */
function memberLabel(reading: Reading, paragraph: number): (Label & { formal: boolean }) | null {
  const { tokens } = reading;
  const { from, to } = wordsOf(reading, paragraph);
  if (!tokens[from]?.capital) return null;
  let open = -1;
  for (let i = from + 1; i < Math.min(to - 1, from + longestMember); i++) {
    const token = tokens[i];
    if (token?.text === '(' && open < 0) open = i;
    if (token?.text === ':') {
      const office = tokens[from]?.lower === 'the' && tokens[open + 2]?.capital === true;
      const inside = open > 0 && (office || honorifics.test(tokens[open + 1]?.lower ?? ''));
      const name = inside ? { from: open + 1, to: closing(reading, open, i) } : { from, to: open < 0 ? i : open };
      const formal = open > 0 || honorifics.test(tokens[from]?.lower ?? '');
      return { ...name, mark: i, speech: i + 1, question: asking.has(tokens[from]?.lower ?? ''), formal };
    }
    if (!token?.capital && !between.test(token?.lower ?? '')) return null;
  }
  return null;
}

function closing({ tokens }: Reading, open: number, high: number): number {
  let at = open + 1;
  while (at < high && tokens[at]?.text !== ')') at++;
  return at;
}

const asking = new Set(
  'interviewer interviewerin question questions journalist journaliste reporter host frage redaktion kérdés riporter újságíró питання журналіст кореспондент'.split(
    ' ',
  ),
);

/** "Interviewer:", "Ada Lund:": at most four words with capitals, and a colon. */
function nameLabel(reading: Reading, paragraph: number): Label | null {
  const { tokens } = reading;
  const { from, to } = wordsOf(reading, paragraph);
  for (let i = from; i < Math.min(to - 1, from + 5); i++) {
    if (tokens[i]?.text === ':' && i > from)
      return { from, to: i, mark: i, speech: i + 1, question: asking.has(tokens[from]?.lower ?? '') };
    if (!tokens[i]?.capital) return null;
  }
  return null;
}

function turnOf(label: Label, first: Draft | null, content: Range, paragraph: number): Draft {
  return {
    speaker: first ? null : { from: label.from, to: label.to },
    shared: first,
    cue: { from: label.mark, to: label.speech },
    content: [content],
    direct: true,
    clause: true,
    act: 'asserts',
    construction: 'turn',
    confidence: 0.9,
    headline: false,
    within: null,
    paragraph,
  };
}

function wordsOf({ sentences, paragraphs }: Reading, paragraph: number): Range {
  const { from = 0, to = 0 } = paragraphs[paragraph] ?? {};
  return { from: sentences[from]?.from ?? 0, to: sentences[to - 1]?.to ?? 0 };
}

/** "### Reactions": a heading of Markdown ends a turn. */
const isHeading = ({ tokens }: Reading, from: number): boolean => tokens[from]?.text === '#';

const courtesies = new Set(
  (
    'thank thanks you everybody everyone all right okay ok go ahead mm-hmm uh-huh good morning afternoon evening hi hello folks guys bye ' +
    'please sir very much so well oh next question yeah yep sure right uh um hmm ah sorry pardon great fine excuse me hold on one second moment got it'
  ).split(' '),
);

/** "It is — it — it is —": nothing but the beginning of something. */
const hollow = new Set(
  "it is that's it's this that we i you they he she the a an and but so well i'm we're was are be to of in there there's what if because do did have has".split(
    ' ',
  ),
);

/** "(Laughter.)", "[Applause]", "5:28 P.M. EST", "Thanks, everybody. Go ahead, Ada." */
function saysNothing({ tokens }: Reading, from: number, to: number): boolean {
  const last = tokens[to - 1]?.text;
  const first = tokens[from]?.text ?? '';
  if ((first === '(' && last === ')') || (first === '[' && last === ']') || to - from < 2) return true;
  const clock = first.toLowerCase() === 'end' ? from + 1 : from;
  if (to - from < 7 && /^\d{1,2}:\d\d$/.test(tokens[clock]?.text ?? '')) return true;
  const words = tokens.slice(from, to);
  if (words.every(({ kind, lower }) => kind === 'mark' || hollow.has(lower))) return true;
  return words.every(({ kind, lower, capital }, nth) => {
    if (kind === 'mark' || courtesies.has(lower)) return true;
    return capital && tokens[from + nth - 1]?.text === ',';
  });
}

function labelOf(reading: Reading, paragraph: number): Label | null {
  const { tokens, text } = reading;
  const { from, to } = wordsOf(reading, paragraph);
  const first = tokens[from];
  if (!first || to - from < 2) return null;
  if (first.text === 'Q' && /^(?:\s|:)/.test(text.slice(first.end, first.end + 1))) {
    const speech = tokens[from + 1]?.text === ':' ? from + 2 : from + 1;
    return { from, to: from + 1, mark: from + 1, speech, question: true };
  }
  for (let i = from; i < Math.min(to, from + longestLabel); i++) {
    const token = tokens[i];
    if (!token) return null;
    if (token.text === ':') {
      if (i === from) return null;
      return { from, to: i, mark: i, speech: i + 1, question: /^(?:QUESTION|REPORTER|JOURNALIST)S?$/.test(first.text) };
    }
    if (!isShouted(token.text) && !(token.kind === 'mark' && /^[().,&]$/.test(token.text))) return null;
  }
  return null;
}

/** In capitals throughout: "KIRBY", "MR.", "O’BRIEN"; "McDONALD" too. */
const isShouted = (word: string): boolean =>
  /^\p{Lu}[\p{Lu}\p{Ll}.'’-]*$/u.test(word) && word.replace(/[^\p{Ll}]/gu, '').length <= 1;
