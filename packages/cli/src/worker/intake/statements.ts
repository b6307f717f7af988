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
