import { identifierSchemes } from '@rapporteur/domain/content/actor';
import {
  longestPassage,
  mostProposals,
  proposalPassages,
  proposalSchemas,
  type AnyPayload,
} from '@rapporteur/domain/intake/proposal';
import type { Extraction, Span } from '@rapporteur/extraction/extraction';
import type { Proposed } from '@rapporteur/core/intake/suggestion';
import { actorName, actorNames, by, date, isKey, issueKey, keyOf, place, type Draft } from './draft';
import { statements } from './statements';
import { words, type Words } from './words';

/**
 * What a text suggests, as proposals in the order of the text, each with a number and with the numbers of those that it
 * names. Actors and questions on record are named by their ids and not proposed again. `published` is an EDTF date.
 */
export function proposalsOf(text: string, found: Extraction, published: string | null): Proposed[] {
  const read = words(text, found.language);
  const drafts = [
    ...actors(found),
    ...events(read, found),
    ...programmes(read, found),
    ...provisions(read, found),
    ...statements(read, found, published),
    ...issues(read, found),
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

const startOf = ({ passages, comes }: Draft) => comes?.[0] ?? passages[0]?.start ?? 0;
const endOf = ({ passages, comes }: Draft) => comes?.[1] ?? passages[0]?.end ?? 0;

/** Whether it has words and a place that can be cited: a text may hold what no record can be called. */
function fits({ kind, payload, passages }: Draft): boolean {
  const parsed = proposalSchemas[kind].safeParse(renamed(payload, () => null));
  return (
    parsed.success &&
    proposalPassages.safeParse(passages).success &&
    passages.every(({ start, end }) => end - start <= longestPassage)
  );
}

/** A copy in which every key is replaced; what is not there any more is named no more. */
function renamed(value: unknown, to: (key: string) => string | null): unknown {
  if (isKey(value)) return to(value);
  if (Array.isArray(value)) {
    return value.map((item: unknown) => renamed(item, to)).filter((item) => item !== null);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, renamed(item, to)]));
}

function actors(found: Extraction): Draft[] {
  return found.actors.flatMap(
    ({ name, kind, seatOf, sameAs, role, affiliation, spans: own, id, identifiers, reason, confidence }, index) => {
      // A seat of government is proposed with its state, and under the name of that.
      if (id !== null || sameAs !== null) return [];
      const seats = found.actors.filter((actor) => actor.sameAs === index);
      const spans = [...own, ...seats.flatMap((seat) => seat.spans)].toSorted((one, other) => one[0] - other[0]);
      const known = identifiers.flatMap(({ scheme, value }) =>
        identifierSchemes.some((allowed) => allowed === scheme) ? [{ scheme, value }] : [],
      );
      return [
        {
          key: keyOf('actor', index),
          kind: 'actor' as const,
          payload: { name: seatOf ?? name, type: kind, role, affiliation, identifiers: known.slice(0, 10) },
          passages: spans.slice(0, 200).map((span, at) => place(at === 0 ? 'main' : 'mention', span)),
          reason,
          confidence,
        },
      ];
    },
  );
}

function events(read: Words, found: Extraction): Draft[] {
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
    passages: [
      place('main', event.span),
      ...(event.dateSpan === null ? [] : [place('date', read.sentence(event.dateSpan))]),
    ],
    reason: event.reason,
    confidence: event.confidence,
  }));
}

function programmes(read: Words, found: Extraction): Draft[] {
  return found.programmes.map((programme, index) => ({
    key: keyOf('programme', index),
    kind: 'programme' as const,
    payload: {
      title: read.heading(programme.title),
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
      ...(programme.periodSpan === null ? [] : [place('period', read.sentence(programme.periodSpan))]),
      ...programme.partySpans.slice(0, 50).map((span) => place('parties', read.sentence(span))),
      ...(programme.statusSpan === null ? [] : [place('status', read.sentence(programme.statusSpan))]),
    ],
    reason: programme.reason,
    confidence: programme.confidence,
  }));
}

function provisions(read: Words, found: Extraction): Draft[] {
  return found.provisions.map(({ subject, scope, force, span, forceSpan, programme, reason, confidence }, index) => ({
    key: keyOf('provision', index),
    kind: 'provision' as const,
    payload: {
      subject: read.heading(subject),
      scope,
      force,
      programme: programme === null ? null : keyOf('programme', programme),
    },
    // Its subject alone does not say whether it is included or excluded: the sentence does.
    passages: [
      place('main', read.sentence(span)),
      ...(forceSpan === null ? [] : [place('force', read.sentence(forceSpan))]),
    ],
    reason,
    confidence,
  }));
}

/** The questions that positions are taken on and that are not on record: one for each subject. */
function issues(read: Words, found: Extraction): Draft[] {
  const seen = new Set<string>();
  return found.positions.flatMap(({ issue, subject, span, confidence }, index) => {
    const key = issueKey(found, index);
    if (issue !== null || key === null || seen.has(key)) return [];
    seen.add(key);
    const [comes] = restsOf(found, index);
    return [
      {
        key,
        kind: 'issue' as const,
        payload: { question: null, shortTitle: read.heading(subject) },
        passages: [place('main', span)],
        // Before the position that is taken on it, and behind what was said.
        ...(comes === undefined ? {} : { comes }),
        reason: 'A position is taken on it.',
        confidence,
      },
    ];
  });
}

/** What was said takes a position; the words that name its subject alone do not say who stands how. */
function restsOf({ positions: all, statements: said }: Extraction, index: number): Span[] {
  const position = all[index];
  if (position === undefined) return [];
  const { span, statement } = position;
  const content = said[statement]?.contentSpans ?? [];
  return content.some(([start, end]) => start <= span[0] && span[1] <= end) ? content : [span];
}

function positions(read: Words, found: Extraction, published: string | null): Draft[] {
  return found.positions.map(({ actor, statement, stance, turn, reason, confidence }, index) => {
    const rests = restsOf(found, index);
    return {
      key: keyOf('position', index),
      kind: 'position' as const,
      payload: {
        actor: actorName(found, actor),
        issue: issueKey(found, index),
        stance,
        turn,
        date: date(found.statements[statement]?.date?.edtf ?? null) ?? by(published),
        summary: read.heading(rests.map(read.prose).join(' ')),
        statement: keyOf('statement', statement),
      },
      passages: rests.map((one) => place('main', one)),
      reason,
      confidence,
    };
  });
}

function commitments(read: Words, found: Extraction, published: string | null): Draft[] {
  return found.commitments.map(({ owedBy, owedTo, what, step, span, reason, confidence }, index) => ({
    key: keyOf('commitment', index),
    kind: 'commitment' as const,
    payload: {
      title: read.heading(what),
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
