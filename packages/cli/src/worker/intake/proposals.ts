import { identifierSchemes } from '@rapporteur/domain/content/actor';
import { edtfSchema } from '@rapporteur/domain/edtf';
import {
  mostProposals,
  proposalPassage,
  proposalSchemas,
  type AnyPayload,
  type ProposalKind,
  type ProposalPassage,
} from '@rapporteur/domain/intake/proposal';
import type { Extraction, Span, SuggestedStatement } from '@rapporteur/extraction/extraction';
import type { Proposed } from '@rapporteur/core/intake/suggestion';
import { words, type Words } from './words';

/** Something suggested, before it has its number. What it names is a key of another, or the id of a record. */
interface Draft {
  key: string;
  kind: ProposalKind;
  payload: Record<string, unknown>;
  passages: ProposalPassage[];
  reason: string;
  confidence: number;
}

/** How much of a text before what was said may be shown for who said it, in code points. */
const longestSpeaker = 240;

/**
 * What a text suggests, as proposals in the order of the text, each with a number and with the numbers of those that it
 * names. Actors and questions on record are named by their ids and not proposed again. `published` is an EDTF date.
 */
export function proposalsOf(text: string, found: Extraction, published: string | null): Proposed[] {
  const read = words(text, found.language);
  const drafts = [
    ...actors(found),
    ...events(found),
    ...programmes(read, found),
    ...provisions(found),
    ...issues(found),
    ...statements(read, found, published),
    ...positions(read, found, published),
    ...commitments(read, found, published),
  ];
  const kept = drafts
    .filter(fits)
    .toSorted((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a))
    .slice(0, mostProposals);
  const numbers = new Map(kept.map(({ key }, index) => [key, `#${index + 1}`]));
  return kept.map(({ kind, payload, passages, reason, confidence }) => ({
    // It was checked with nothing named; names are ids of records, or numbers, by construction.
    proposal: { kind, payload: renamed(payload, (name) => numbers.get(name) ?? null) } as AnyPayload,
    passages,
    reason: read.plain(reason).slice(0, 1000),
    confidence: Math.min(1, Math.max(0, confidence)),
  }));
}

const startOf = ({ passages }: Draft) => passages[0]?.start ?? 0;
const endOf = ({ passages }: Draft) => passages[0]?.end ?? 0;

/** Whether it has words and a place: a text may hold what no record can be called. */
function fits({ kind, payload, passages }: Draft): boolean {
  const parsed = proposalSchemas[kind].safeParse(renamed(payload, () => null));
  return (
    parsed.success && passages.length > 0 && passages.every((passage) => proposalPassage.safeParse(passage).success)
  );
}

/** What names another suggestion until that has a number. */
const keyOf = (kind: ProposalKind, index: number) => `@${kind}/${index}`;
const isKey = (value: unknown): value is string => typeof value === 'string' && /^@[a-z]+\/\d+$/.test(value);

/** A copy in which every key is replaced; what is not there any more is named no more. */
function renamed(value: unknown, to: (key: string) => string | null): unknown {
  if (isKey(value)) return to(value);
  if (Array.isArray(value)) {
    return value.map((item: unknown) => renamed(item, to)).filter((item) => item !== null);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, renamed(item, to)]));
}

/** How an actor is named: by its id where it is on record, else by the proposal of it. */
function actorName({ actors }: Extraction, index: number | null): string | null {
  if (index === null) return null;
  const actor = actors[index];
  return actor === undefined ? null : (actor.id ?? keyOf('actor', index));
}
const actorNames = (found: Extraction, indices: readonly number[]) =>
  [...new Set(indices.flatMap((index) => actorName(found, index) ?? []))].slice(0, 100);

const place = (part: ProposalPassage['part'], [start, end]: Span): ProposalPassage => ({ part, start, end });
const date = (edtf: string | null) => (edtf === null ? null : (edtfSchema.safeParse(edtf).data ?? null));

function actors(found: Extraction): Draft[] {
  return found.actors.flatMap(
    ({ name, kind, role, affiliation, spans, id, identifiers, reason, confidence }, index) => {
      if (id !== null) return [];
      const known = identifiers.flatMap(({ scheme, value }) =>
        identifierSchemes.some((allowed) => allowed === scheme) ? [{ scheme, value }] : [],
      );
      return [
        {
          key: keyOf('actor', index),
          kind: 'actor' as const,
          payload: { name, type: kind, role, affiliation, identifiers: known.slice(0, 10) },
          passages: spans.slice(0, 200).map((span, at) => place(at === 0 ? 'main' : 'mention', span)),
          reason,
          confidence,
        },
      ];
    },
  );
}

function events(found: Extraction): Draft[] {
  return found.events.map((event, index) => ({
    key: keyOf('event', index),
    kind: 'event' as const,
    payload: {
      title: event.title,
      type: event.type,
      date: date(event.date),
      place: event.place,
      participants: actorNames(found, event.participants),
    },
    passages: [place('main', event.span)],
    reason: event.reason,
    confidence: event.confidence,
  }));
}

function programmes(read: Words, found: Extraction): Draft[] {
  return found.programmes.map((programme, index) => ({
    key: keyOf('programme', index),
    kind: 'programme' as const,
    payload: {
      title: programme.title,
      summary: read.prose(read.sentence(programme.span)),
      status: programme.status,
      nature: programme.nature,
      period: date(programme.period),
      parties: actorNames(found, programme.parties),
    },
    passages: [
      // A name alone says nothing: the sentence is what its summary rests on.
      place('main', read.sentence(programme.span)),
      ...(programme.natureSpan === null ? [] : [place('nature', programme.natureSpan)]),
    ],
    reason: programme.reason,
    confidence: programme.confidence,
  }));
}

function provisions(found: Extraction): Draft[] {
  return found.provisions.map(({ subject, scope, force, span, programme, reason, confidence }, index) => ({
    key: keyOf('provision', index),
    kind: 'provision' as const,
    payload: { subject, scope, force, programme: programme === null ? null : keyOf('programme', programme) },
    passages: [place('main', span)],
    reason,
    confidence,
  }));
}

/** The questions that positions are taken on and that are not on record: one for each subject. */
function issues(found: Extraction): Draft[] {
  const seen = new Set<string>();
  return found.positions.flatMap(({ issue, subject, span, confidence }, index) => {
    const key = issueKey(found, index);
    if (issue !== null || key === null || seen.has(key)) return [];
    seen.add(key);
    return [
      {
        key,
        kind: 'issue' as const,
        payload: { question: null, shortTitle: subject },
        passages: [place('main', span)],
        reason: 'A position is taken on it.',
        confidence,
      },
    ];
  });
}

/** The question of a position: by its id, or the proposal that the first position on the same subject makes of it. */
function issueKey({ positions: all }: Extraction, index: number): string | null {
  const position = all[index];
  if (position === undefined) return null;
  if (position.issue !== null) return position.issue;
  const subject = position.subject.trim().toLowerCase();
  return keyOf(
    'issue',
    all.findIndex((other) => other.issue === null && other.subject.trim().toLowerCase() === subject),
  );
}

function statements(read: Words, found: Extraction, published: string | null): Draft[] {
  return found.statements.flatMap((statement, index) => {
    // A headline sums up what the text says below; the medium's own words are the article and no statement on record.
    if (statement.headline || statement.media) return [];
    const said = statement.contentSpans.map(read.prose).filter((text) => text !== '');
    const why = statement.reasons.map(read.prose).filter((text) => text !== '');
    const at = found.positions.findIndex((position) => position.statement === index);
    return [
      {
        key: keyOf('statement', index),
        kind: 'statement' as const,
        payload: {
          text: said.join(' '),
          speech: statement.kind,
          act: statement.act,
          speaker: actorName(found, statement.actor),
          capacity: capacityOf(statement),
          onBehalfOf: actorName(found, officeOf(found, statement)),
          date: date(statement.date?.edtf ?? null) ?? by(published),
          event: eventOf(found, statement),
          claims: [
            { text: said.join(' '), role: 'claim', issue: at < 0 ? null : issueKey(found, at) },
            ...why.slice(0, 20).map((text) => ({ text, role: 'reason', issue: null })),
          ],
        },
        passages: [
          ...statement.contentSpans.map((span) => place('main', span)),
          ...(statement.speakerSpan === null ? [] : [place('speaker', introduction(statement, statement.speakerSpan))]),
          ...statement.reasons.map((span) => place('reason', span)),
        ],
        reason:
          statement.actor === null && statement.speaker !== null
            ? `${statement.reason}; the text calls the speaker “${statement.speaker}”`
            : statement.reason,
        confidence: statement.actor === null ? Math.min(statement.confidence, 0.5) : statement.confidence,
      },
    ];
  });
}

/** Whether words describe somebody instead of naming them: "the minister", "Norland's envoy", "officials". */
const describes = (words: string) => /^(?:[Tt]he|[Aa]n?) |['’]s\b|^\p{Ll}/u.test(words);

/** "foreign minister, Hungary": the office as the text gives it; of somebody without a name, how the text describes them. */
function capacityOf({ role, affiliation, actor, speaker }: SuggestedStatement): string | null {
  if (role === null) return actor === null && speaker !== null && describes(speaker) ? speaker : null;
  return affiliation === null ? role : `${role}, ${affiliation}`;
}

/** The state or organisation whose office the speaker holds, where the text names it otherwise, too. */
function officeOf({ actors: all }: Extraction, { role, affiliation }: SuggestedStatement): number | null {
  const index = all.findIndex(({ name, kind }) => kind !== 'person' && name === affiliation);
  return role === null || index < 0 ? null : index;
}

/** Who says it and by which words it is said, where both stand close together; else who says it. */
function introduction({ cueSpan }: SuggestedStatement, speaker: Span): Span {
  if (cueSpan === null) return speaker;
  const both: Span = [Math.min(speaker[0], cueSpan[0]), Math.max(speaker[1], cueSpan[1])];
  return both[1] - both[0] <= longestSpeaker ? both : speaker;
}

/** The event that is named between the speaker and what is said: "told a press conference that". */
function eventOf({ events: all }: Extraction, { speakerSpan, contentSpans }: SuggestedStatement): string | null {
  const [content] = contentSpans;
  if (content === undefined || speakerSpan === null) return null;
  const from = Math.min(speakerSpan[0], content[0]);
  const to = Math.max(speakerSpan[1], content[0]);
  const index = all.findIndex(({ span }) => span[0] >= from && span[1] <= to);
  return index < 0 ? null : keyOf('event', index);
}

/** What a report of a day tells was so by then: the day itself is not on record. */
const by = (published: string | null) =>
  published !== null && /^\d{4}-\d{2}-\d{2}$/.test(published) ? date(`/${published}`) : null;

function positions(read: Words, found: Extraction, published: string | null): Draft[] {
  return found.positions.map(({ actor, statement, stance, turn, span, reason, confidence }, index) => ({
    key: keyOf('position', index),
    kind: 'position' as const,
    payload: {
      actor: actorName(found, actor),
      issue: issueKey(found, index),
      stance,
      turn,
      date: date(found.statements[statement]?.date?.edtf ?? null) ?? by(published),
      summary: read.prose(span),
      statement: keyOf('statement', statement),
    },
    passages: [place('main', span)],
    reason,
    confidence,
  }));
}

function commitments(read: Words, found: Extraction, published: string | null): Draft[] {
  return found.commitments.map(({ owedBy, owedTo, what, step, span, reason, confidence }, index) => ({
    key: keyOf('commitment', index),
    kind: 'commitment' as const,
    payload: {
      title: what,
      summary: read.prose(read.sentence(span)),
      owedBy: actorNames(found, owedBy),
      owedTo: actorNames(found, owedTo),
      programme: null,
      step,
      date: by(published),
    },
    passages: [place('main', span)],
    reason,
    confidence,
  }));
}
