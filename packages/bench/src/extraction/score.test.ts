import type { Extraction, Span, SuggestedStatement } from '@rapporteur/extraction/extraction';
import { describe, expect, it } from 'vitest';
import type { AnnotatedText, MarkedStatement } from './annotated';
import { errorsOf, tableOf, totalOf } from './listing';
import { f1, precision, recall, scoreText } from './score';

const body =
  'Talks will go on, Ada Köves said on Friday. “We close no door,” the minister told Ostland’s radio 𝒳. Ostland warned that ' +
  'prices might rise. Minister: no talks this year.';

const spanOf = (words: string): Span => {
  const start = Array.from(body.slice(0, body.indexOf(words))).length;
  expect(body).toContain(words);
  return [start, start + Array.from(words).length];
};

const marked = (content: string, rest: Partial<MarkedStatement> = {}): MarkedStatement => ({
  n: 1,
  speaker: 'Ada Köves',
  kind: 'indirect',
  cue: 'said',
  cue_span: spanOf('said'),
  content_spans: [spanOf(content)],
  date: null,
  headline: false,
  nested: false,
  media: false,
  ...rest,
});

const suggested = (content: string, rest: Partial<SuggestedStatement> = {}): SuggestedStatement => ({
  speaker: 'Ada Koves',
  speakerSpan: null,
  actor: null,
  role: null,
  affiliation: null,
  kind: 'indirect',
  cue: 'said',
  cueSpan: spanOf('said'),
  contentSpans: [spanOf(content)],
  act: 'asserts',
  date: null,
  headline: false,
  within: null,
  media: false,
  reasons: [],
  reason: 'for the test',
  confidence: 1,
  ...rest,
});

const text = (rest: Partial<AnnotatedText>): AnnotatedText => ({
  id: '900',
  language: 'en',
  published: null,
  body,
  statements: [],
  actors: [],
  dates: [],
  ...rest,
});

const found = (rest: Partial<Extraction>): Extraction => ({
  language: 'en',
  statements: [],
  actors: [],
  dates: [],
  places: [],
  events: [],
  programmes: [],
  provisions: [],
  commitments: [],
  positions: [],
  ...rest,
});

describe('statements', () => {
  it('are right where content, speaker, cue and kind are', () => {
    const score = scoreText(
      text({ statements: [marked('Talks will go on')] }),
      found({ statements: [suggested('Talks will go on')] }),
    );
    expect(score).toMatchObject({
      loose: { right: 1, spurious: 0, missed: 0 },
      tight: { right: 1, spurious: 0, missed: 0 },
      matches: [{ overlap: 1, sameSpeaker: true, sameCue: true }],
    });
  });

  it('with half of the words agree in 0.3 and not in 0.8, and are listed with both bounds', () => {
    const annotated = text({ statements: [marked('We close no door', { cue: 'told' })] });
    const score = scoreText(annotated, found({ statements: [suggested('no door', { speaker: 'Köves' })] }));
    expect(score.loose).toEqual({ right: 1, spurious: 0, missed: 0 });
    expect(score.tight).toEqual({ right: 0, spurious: 1, missed: 1 });
    expect(score.matches[0]).toMatchObject({ overlap: 0.5, sameSpeaker: false, nearSpeaker: true, sameCue: false });
    const listed = errorsOf(annotated, score).join('\n');
    expect(listed).toContain('speaker: Ada Köves, not Köves: We close no door');
    expect(listed).toContain('bounds (0.50): We close no door');
    expect(listed).toContain('cue: told, not said');
  });

  it('go to the better of two, and only one counts', () => {
    const statements = [suggested('no door,” the minister told Ostland’s radio'), suggested('We close no door')];
    const score = scoreText(text({ statements: [marked('We close no door')] }), found({ statements }));
    expect(score.matches.map((match) => match.suggested)).toEqual([statements[1]]);
    expect([precision(score.loose), recall(score.loose), f1(score.loose)]).toEqual([0.5, 1, 2 / 3]);
    expect(score.spurious).toEqual([statements[0]]);
  });

  it('that are headlines, within others or the medium’s count neither for nor against', () => {
    const annotated = text({
      statements: [
        marked('Talks will go on'),
        marked('no talks this year', { headline: true, cue: ':', cue_span: spanOf(':') }),
        marked('prices might rise', { nested: true }),
        marked('We close no door', { media: true }),
      ],
    });
    const taken = scoreText(
      annotated,
      found({
        statements: [suggested('Talks will go on'), suggested('no talks this year'), suggested('prices might rise')],
      }),
    );
    const left = scoreText(annotated, found({ statements: [suggested('Talks will go on')] }));
    expect(taken.loose).toEqual({ right: 1, spurious: 0, missed: 0 });
    expect(left.loose).toEqual({ right: 1, spurious: 0, missed: 0 });
  });

  it('count against where a person marked nothing, whatever they say of themselves', () => {
    const score = scoreText(text({}), found({ statements: [suggested('prices might rise', { headline: true })] }));
    expect(score.loose).toEqual({ right: 0, spurious: 1, missed: 0 });
  });

  it('tell the colon from no cue at all, and a part of a cue from the whole', () => {
    const statements = [marked('no talks this year', { cue: ':', cue_span: spanOf(':') })];
    const cued = (cue: string | null, cueSpan: Span | null) =>
      scoreText(text({ statements }), found({ statements: [suggested('no talks this year', { cue, cueSpan })] }))
        .matches[0];
    expect(cued(':', spanOf(':'))).toMatchObject({ sameCue: true, nearCue: true });
    expect(cued(null, null)).toMatchObject({ sameCue: false, nearCue: false });
    expect(cued('Minister:', spanOf('Minister:'))).toMatchObject({ sameCue: false, nearCue: true });
  });
});

describe('names and days', () => {
  const actor = (name: string, kind: 'person' | 'state', ...mentions: string[]): Extraction['actors'][number] => ({
    name,
    kind,
    role: null,
    affiliation: null,
    spans: mentions.map(spanOf),
    id: null,
    identifiers: [],
    seatOf: null,
    sameAs: null,
    reason: 'for the test',
    confidence: 1,
  });
  const day = (words: string, edtf: string): Extraction['dates'][number] => ({
    text: words,
    span: spanOf(words),
    edtf,
    reason: 'for the test',
    confidence: 1,
  });

  it('count by name and kind, and beside it by place', () => {
    const annotated = text({
      actors: [
        { name: 'Ada Köves', kind: 'person', first: spanOf('Ada')[0] },
        { name: 'Ostland', kind: 'state', first: spanOf('Ostland')[0] },
      ],
    });
    const score = scoreText(
      annotated,
      found({ actors: [actor('ADA KOVES', 'person', 'Ada Köves'), actor('Republic of Ostland', 'state', 'Ostland')] }),
    );
    expect(score.actors).toEqual({ right: 1, spurious: 1, missed: 1 });
    expect(score.actorsByPlace).toEqual({ right: 2, spurious: 0, missed: 0 });
    const another = scoreText(annotated, found({ actors: [actor('Ada Köves', 'state', 'Ada Köves')] }));
    expect(another.actors).toEqual({ right: 0, spurious: 1, missed: 2 });
  });

  it('count by text and EDTF', () => {
    const annotated = text({ dates: [{ text: 'Friday', edtf: '2031-04-04', first: spanOf('Friday')[0] }] });
    expect(scoreText(annotated, found({ dates: [day('Friday', '2031-04-04')] })).dates.right).toBe(1);
    const wrong = scoreText(annotated, found({ dates: [day('Friday', '2031-04-11')] }));
    expect(wrong.dates).toEqual({ right: 0, spurious: 1, missed: 1 });
    expect(wrong.datesByPlace).toEqual({ right: 1, spurious: 0, missed: 0 });
    expect(errorsOf(annotated, wrong)).toEqual([
      '900  missed date Friday = 2031-04-04',
      '900  spurious date Friday = 2031-04-11',
    ]);
  });
});

describe('the table', () => {
  it('adds texts as if they were one: a long text weighs more', () => {
    const one = scoreText(
      text({ id: '901', statements: [marked('Talks will go on'), marked('We close no door')] }),
      found({ statements: [suggested('Talks will go on'), suggested('We close no door')] }),
    );
    const other = scoreText(text({ id: '902', statements: [marked('prices might rise')] }), found({}));
    const total = totalOf([one, other]);
    expect(recall(total.loose)).toBeCloseTo(2 / 3);
    expect(tableOf([one, other], total).split('\n').at(-1)).toMatch(/^all +3 +2 +1[.]000 +0[.]667 +0[.]800/);
  });
});
