import type { SuggestedActor, SuggestedStatement } from '../extraction';

const grounds = { reason: 'for the test', confidence: 1 };

/** A statement for a test, of which only what matters is said. */
export const suggestedStatement = (rest: Partial<SuggestedStatement>): SuggestedStatement => ({
  speaker: 'Ada Köves',
  speakerSpan: null,
  actor: null,
  role: null,
  affiliation: null,
  kind: 'indirect',
  cue: 'said',
  cueSpan: null,
  contentSpans: [],
  act: 'asserts',
  date: null,
  headline: false,
  within: null,
  media: false,
  reasons: [],
  ...grounds,
  ...rest,
});

/** An actor for a test. */
export const suggestedActor = (rest: Partial<SuggestedActor>): SuggestedActor => ({
  name: 'Ostland',
  kind: 'state',
  seatOf: null,
  sameAs: null,
  role: null,
  affiliation: null,
  spans: [],
  id: null,
  identifiers: [],
  ...grounds,
  ...rest,
});
