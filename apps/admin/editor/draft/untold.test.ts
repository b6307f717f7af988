import { expect, test } from 'vitest';
import { emptyDraft } from './draft';
import { untold } from './untold';

const draft = emptyDraft({});

test.each([
  ['a first publication tells nothing', draft, false, null],
  ['of a public record the kind of change is said by somebody', draft, true, 'change'],
  ['a correction says what was wrong', { ...draft, change: 'correct' }, true, 'note'],
  ['blanks say nothing', { ...draft, change: 'correct', note: ' \n' }, true, 'note'],
  ['a correction that says it', { ...draft, change: 'correct', note: 'The day was wrong.' }, true, null],
  ['an update needs no note', { ...draft, change: 'update' }, true, null],
  // A record that was withdrawn may be published as if for the first time; of one that is public it is no answer.
  ['a first publication is no change of what is public', { ...draft, change: 'publish' }, true, 'change'],
] as const)('%s', (_what, written, published, lacking) => {
  expect(untold(written, published)).toBe(lacking);
});
