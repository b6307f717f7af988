import type { Extraction, Span, SuggestedStatement } from '@rapporteur/extraction/extraction';
import { actorName, by, date, issueKey, keyOf, place, type Draft } from './draft';
import type { Words } from './words';

/** How much of a text before what was said may be shown for who said it, in code points. */
const longestSpeaker = 240;

/** What was said, by whom and in which capacity, as proposals. */
export function statements(read: Words, found: Extraction, published: string | null): Draft[] {
  return found.statements.flatMap((statement, index) => {
    // A headline sums up what the text says below; the medium's own words are the article and no statement on record.
    if (statement.headline || statement.media) return [];
    const words = statement.contentSpans
      .map(read.prose)
      .filter((text) => text !== '')
      .join(' ');
    // Quoted words stay as they were said; what a reporter retells becomes a sentence of its own.
    const said = statement.kind === 'direct' ? words : read.heading(words);
    const why = statement.reasons.map(read.prose).filter((text) => text !== '');
    const onBehalfOf = officeOf(found, statement);
    const at = found.positions.findIndex((position) => position.statement === index);
    return [
      {
        key: keyOf('statement', index),
        kind: 'statement' as const,
        payload: {
          text: said,
          speech: statement.kind,
          act: statement.act,
          speaker: actorName(found, statement.actor),
          capacity: capacityOf(statement),
          onBehalfOf: actorName(found, onBehalfOf),
          date: date(statement.date?.edtf ?? null) ?? by(published),
          event: eventOf(read, found, statement),
          claims: [
            { text: said, role: 'claim', issue: at < 0 ? null : issueKey(found, at) },
            ...why.slice(0, 20).map((text) => ({ text, role: 'reason', issue: null })),
          ],
        },
        passages: [
          ...statement.contentSpans.map((span) => place('main', span)),
          ...(statement.speakerSpan === null ? [] : [place('speaker', introduction(statement, statement.speakerSpan))]),
          ...(onBehalfOf === null ? [] : saysForWhom(read, statement)),
          ...statement.reasons.map((span) => place('reason', span)),
          ...(statement.date === null ? [] : [place('date', read.sentence(statement.date.span))]),
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
  const index = all.findIndex(
    ({ name, seatOf, kind, sameAs }) => kind !== 'person' && sameAs === null && (seatOf ?? name) === affiliation,
  );
  return role === null || index < 0 ? null : index;
}

/** The sentence that names the speaker, where it names the office as well; it may be known from elsewhere in the text. */
function saysForWhom(read: Words, { speakerSpan, affiliation }: SuggestedStatement) {
  if (speakerSpan === null || affiliation === null) return [];
  const sentence = read.sentence(speakerSpan);
  return read.prose(sentence).includes(affiliation) ? [place('onBehalfOf', sentence)] : [];
}

/** Who says it and by which words it is said, where both stand close together; else who says it. */
function introduction({ cueSpan }: SuggestedStatement, speaker: Span): Span {
  if (cueSpan === null) return speaker;
  const both: Span = [Math.min(speaker[0], cueSpan[0]), Math.max(speaker[1], cueSpan[1])];
  return both[1] - both[0] <= longestSpeaker ? both : speaker;
}

/** What stands before an occasion on which something is said: "at the summit", "told a press conference". */
const onOccasion =
  /(?:^|\s)(?:at|during|in|to|told|addressing|opening|closing|chairing|of)\s+(?:(?:the|a|an|his|her|their|its|this|that)\s+)?(?:[\p{L}\p{N}'’-]+\s+){0,2}$/iu;

/**
 * The event on which something was said: named between the speaker and what is said ("told a press conference that"), else
 * in the same sentence outside of what was said ("At the summit in Vienna, Moor said that …").
 */
function eventOf(read: Words, { events: all }: Extraction, statement: SuggestedStatement): string | null {
  const { speakerSpan, cueSpan, contentSpans } = statement;
  const [content] = contentSpans;
  const cue = cueSpan ?? speakerSpan;
  if (content === undefined || cue === null) return null;
  const between = speakerSpan && [Math.min(speakerSpan[0], content[0]), Math.max(speakerSpan[1], content[0])];
  const sentence = read.sentence(cue);
  const named = (span: Span) => onOccasion.test(`${read.prose([Math.max(0, span[0] - 40), span[0]])} `);
  const near = all
    .map(({ span }, index) => ({ span, index, told: between !== null && isWithin(span, between) }))
    .filter(({ span, told }) => told || isWithin(span, sentence))
    .filter(({ span }) => !contentSpans.some((said) => isWithin(span, said)) && named(span))
    .toSorted((one, other) => Number(other.told) - Number(one.told) || far(one.span, cue) - far(other.span, cue));
  return near[0] ? keyOf('event', near[0].index) : null;
}

const isWithin = ([start, end]: Span, [from = 0, to = 0]: readonly number[]): boolean => start >= from && end <= to;
const far = (one: Span, other: Span): number => Math.abs(one[0] - other[0]);
