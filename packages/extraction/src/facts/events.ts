import type { SuggestedEvent } from '../extraction';
import { company, withOwner } from './company';
import { endOfName } from './event-name';
import { eventNoun, type EventNoun } from './event-nouns';
import { onOneLine, type FoundText } from './found-text';
import { auxiliaries, negations, subjectPronouns } from './function-words';
import { phraseBefore, type NounPhrase } from './noun-phrase';
import type { ProgrammeList } from './programme-list';
import { subjectOf, type Subject } from './subjects';
import { verbGroup } from './verb-group';

/** `bare`: only "the meeting", which is one that was named before. */
interface EventDraft {
  event: SuggestedEvent;
  bare: boolean;
}

/** Meetings, summits, calls, press conferences, signings and votes, each once, with day, place and participants where told. */
export function findEvents(text: FoundText, programmes: ProgrammeList): SuggestedEvent[] {
  const found: EventDraft[] = [];
  text.reading.tokens.forEach(({ kind, lower }, at) => {
    if (kind !== 'word') return;
    const noun = eventNoun(text, at);
    const event = noun
      ? named(text, at, noun)
      : lower === 'met' || lower === 'spoke'
        ? meeting(text, at)
        : lower === 'signed'
          ? signing(text, programmes, at)
          : lower === 'voted'
            ? vote(text, at)
            : null;
    if (event) found.push(event);
  });
  return merged(found.toSorted((a, b) => a.event.span[0] - b.event.span[0]));
}

/** An event that a noun names: "the Varna summit in May", "a meeting with A". */
function named(text: FoundText, head: number, noun: EventNoun): EventDraft | null {
  const phrase = { ...phraseBefore(text, head), to: endOfName(text, head) };
  const [start, end] = [text.token(phrase.from)?.start ?? 0, text.token(phrase.to - 1)?.end ?? 0];
  const holding = holder(text, phrase);
  const participants = [
    ...(holding?.actors ?? []),
    ...(noun.type === 'press_conference' ? speakersBefore(text, phrase) : []),
    ...company(text, start, end),
    ...gathered(text, phrase.to),
  ];
  const draft = eventOf(text, { type: noun.type, span: [start, end], participants, title: titleOf(text, start, end) });
  const bare = phrase.to - phrase.from === 1 || (phrase.to - phrase.from === 2 && draft.type === 'press_conference');
  // "the meeting" alone is one that was named before; "meetings of this kind" and "no meeting" are none.
  if (phrase.determiner === '' && isDoing(text, phrase)) return null;
  if (/^(?:no|any|every|each|such|another|future)$/.test(phrase.determiner)) return null;
  if (/^(?:|a|an|any)$/.test(phrase.determiner) && isDenied(text, phrase.from)) return null;
  const alone = draft.date === null && draft.place === null && draft.participants.length === 0;
  if (bare && alone && !/^(?:the|this|that)$/.test(phrase.determiner) && noun.type !== 'press_conference') return null;
  if (noun.needsDetail && alone) return null;
  return { event: draft, bare: bare && /^(?:the|this|that)$/.test(phrase.determiner) };
}

/** "there is not going to be a vote" */
function isDenied(text: FoundText, from: number): boolean {
  const { from: first } = text.sentenceOf(from);
  for (let at = from - 1; at >= Math.max(first, from - 7); at--) {
    if (/^(?:[,;:.—–-]|and|but|that)$/.test(text.word(at))) return false;
    if (negations.has(text.word(at))) return true;
  }
  return false;
}

const titleOf = (text: FoundText, start: number, end: number): string => {
  const title = onOneLine(text.reading.text, start, end).replaceAll('*', '');
  return title.slice(0, 1).toUpperCase() + title.slice(1);
};

/** "she is meeting with A", "busy meeting A": a verb. */
const isDoing = (text: FoundText, { from, head }: NounPhrase): boolean =>
  text.word(head) === 'meeting' &&
  text.token(head)?.capital === false &&
  (from === head || auxiliaries.has(text.word(from - 1)) || subjectPronouns.has(text.word(from - 1)));

/** "A held a meeting with B": who held it. */
function holder(text: FoundText, { from, determiner }: NounPhrase): Subject | null {
  const verb = from - (determiner === '' ? 1 : 2);
  if (
    !/^(?:held|hold|holds|had|hosted|hosts|convened|convenes|chaired|chairs|attended|attends|concluded)$/.test(
      text.word(verb),
    )
  )
    return null;
  return subjectOf(text, verbGroup(text, verb).from, () => null);
}

/** "… brought together the ministers of A": who came. */
function gathered(text: FoundText, at: number): number[] {
  const words = [0, 1].map((n) => text.word(at + n)).join(' ');
  if (!/^(?:brought together|attended by|gathered the|between the|hosted by|chaired by)$/.test(words)) return [];
  let end = at + 2;
  const last = Math.min(at + 20, text.sentenceOf(at).to);
  while (end < last && !/^(?:to|on|for|in|at)$/.test(text.word(end))) end++;
  return text.actorsWithin(text.token(at)?.start ?? 0, text.token(end - 1)?.end ?? 0).slice(0, 12);
}

/** "A met with B in C", "A spoke by phone with B". */
function meeting(text: FoundText, at: number): EventDraft | null {
  const group = verbGroup(text, at);
  if (group.negated || group.passive || group.modal !== null) return null;
  const sentence = text.sentenceOf(at);
  const end = Math.min(sentence.to, at + 45);
  const call = text.word(at) === 'spoke';
  // "met each of the proposals with silence", "met the challenge"
  if (!call && /^(?:each|every|the|all|its|their|this|these|those|our|his|her|both|a|an|any)$/.test(text.word(at + 1)))
    return null;
  const by = nextOf(text, at + 1, Math.min(at + 9, end), 'with');
  const subject = subjectOf(text, group.from, () => null);
  if (!subject || (by === null && (call || subject.actors.length < 2))) return null;
  const to = by === null ? at + 1 : companyEnd(text, by + 1, end);
  const others = by === null ? [] : company(text, text.token(by)?.start ?? 0, text.token(to - 1)?.end ?? 0);
  const { start, actors } = withOwner(text, subject.actors, text.token(subject.from)?.start ?? 0);
  const participants = [...new Set([...actors, ...others])];
  if (participants.length < 2) return null;
  const span: [number, number] = [start, text.token(to - 1)?.end ?? 0];
  const names = participants.map((place) => text.actors[place]?.name ?? '');
  const title = `${call ? 'Call' : 'Meeting'} of ${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return { event: eventOf(text, { type: call ? 'call' : 'meeting', span, participants, title }), bare: false };
}

/** "A said at a press conference …": people of the same sentence who stand before it. */
function speakersBefore(text: FoundText, { from, head }: NounPhrase): number[] {
  const { start } = text.sentenceOf(head);
  if (!/^(?:at|during|in)$/.test(text.word(from - 1)) && !/^(?:at|during|in)$/.test(text.word(from - 2))) return [];
  return text
    .actorsWithin(start, text.token(from)?.start ?? start)
    .filter((place) => text.actors[place]?.kind === 'person')
    .slice(0, 1);
}

/** Who was met: names joined by commas and "and", with their titles. */
function companyEnd(text: FoundText, from: number, end: number): number {
  let to = from;
  for (let at = from; at < end; at++) {
    const token = text.token(at);
    if (
      !token ||
      !(token.capital || token.kind === 'number' || /^(?:of|the|and|,|'s|for)$/.test(token.lower) || token.text === '.')
    )
      break;
    if (text.actorEndingAt(token.end)) to = at + 1;
  }
  return Math.max(to, from);
}

/** "A and B signed the agreement". */
function signing(text: FoundText, programmes: ProgrammeList, at: number): EventDraft | null {
  const group = verbGroup(text, at);
  const mention = programmes.firstFrom(at + 1, Math.min(at + 6, text.sentenceOf(at).to));
  if (!mention || group.negated || group.passive || (group.modal !== null && group.modal !== 'will')) return null;
  const subject = subjectOf(text, group.from, () => null);
  if (!subject) return null;
  const span: [number, number] = [text.token(subject.from)?.start ?? 0, mention.end];
  return {
    event: eventOf(text, {
      type: 'signing',
      span,
      participants: subject.actors,
      title: `Signing of the ${mention.title}`,
    }),
    bare: false,
  };
}

/** "The assembly voted …": a body votes; of a person or a state it is said how they voted, not that there was a vote. */
function vote(text: FoundText, at: number): EventDraft | null {
  const group = verbGroup(text, at);
  const subject = subjectOf(text, group.from, () => null);
  const [only] = subject?.actors ?? [];
  const body = only === undefined ? undefined : text.actors[only];
  if (!subject || subject.actors.length !== 1 || group.negated || !body || !/^(?:body|organisation)$/.test(body.kind))
    return null;
  const span: [number, number] = [text.token(subject.from)?.start ?? 0, text.token(at)?.end ?? 0];
  return {
    event: eventOf(text, { type: 'vote', span, participants: subject.actors, title: `Vote of the ${body.name}` }),
    bare: false,
  };
}

const nextOf = (text: FoundText, from: number, to: number, word: string): number | null => {
  for (let at = from; at < to; at++) {
    if (text.word(at) === word) return at;
    if (/^[.;:,"“”]$/.test(text.word(at))) return null;
  }
  return null;
};

interface Outline {
  type: SuggestedEvent['type'];
  span: [number, number];
  participants: number[];
  title: string;
}

function eventOf(text: FoundText, { type, span, participants: actors, title }: Outline): SuggestedEvent {
  const told = dateOf(text, span);
  const date = told?.edtf ?? null;
  const place = placeOf(text, span);
  const participants = [...new Set(actors)];
  const details = [date !== null, place !== null, participants.length > 0].filter(Boolean).length;
  return {
    title,
    type,
    span,
    date,
    dateSpan: date === null ? null : (told?.span ?? null),
    place,
    participants,
    reason: `The text names a ${type.replace('_', ' ')}`,
    confidence: 0.5 + 0.1 * details,
  };
}

/** How far from its name a day or a place may stand, in characters. */
const near = 40;

/** The day in the name, or the one right behind it or before it, in the same sentence. */
function dateOf(text: FoundText, [start, end]: [number, number]) {
  const { text: whole } = text.reading;
  // A bare year beside the name is mostly that of something else.
  const beside = (from: number, to: number) =>
    text.datesWithin(from, to).filter(({ edtf }) => !/^\d{4}$/.test(edtf ?? ''));
  const inside = text.datesWithin(start, end);
  const after = beside(end, end + near).filter(({ span }) => !/[.;:!?]\s|,\s(?!on\s$)/.test(whole.slice(end, span[0])));
  const before = beside(Math.max(0, start - near), start).filter(
    ({ span }) => !/[.;:!?]\s/.test(whole.slice(span[1], start)),
  );
  return inside[0] ?? after[0] ?? before.at(-1);
}

function placeOf(text: FoundText, [start, end]: [number, number]): string | null {
  const within = text.placesWithin(start, end + near).filter(({ span }) => {
    const lead = text.reading.text.slice(Math.max(0, span[0] - 8), span[0]);
    const between = span[0] > end ? text.reading.text.slice(end, span[0]) : '';
    return (/\b(?:in|at)\s(?:the\s)?$/i.test(lead) || span[0] === start) && !/[.;:!?,]/.test(between);
  });
  return within[0]?.name ?? null;
}

/** The same event named again adds what it tells, and is not suggested twice. */
function merged(drafts: readonly EventDraft[]): SuggestedEvent[] {
  const kept: SuggestedEvent[] = [];
  const byTitle = new Map<string, SuggestedEvent>();
  const latest = new Map<string, SuggestedEvent>();
  for (const { event, bare } of drafts) {
    const key = `${event.type} ${event.title.toLowerCase()}`;
    const known = bare ? latest.get(event.type) : byTitle.get(key);
    if (known) {
      if (known.date === null) [known.date, known.dateSpan] = [event.date, event.dateSpan];
      known.place ??= event.place;
    } else if (!bare) {
      kept.push(event);
      byTitle.set(key, event);
      latest.set(event.type, event);
    }
  }
  return kept;
}
