import type { SuggestionView } from '@rapporteur/domain/intake/views';
import { describe, expect, it } from 'vitest';
import { beginReview, reviewed, shownIn, tallyOf, type ReviewAct } from './review-state';

const one = (number: number, more: Partial<SuggestionView> = {}): SuggestionView => ({
  id: `s${number}`,
  number,
  kind: 'issue',
  title: `Question ${number}`,
  payload: {},
  passages: [],
  reason: '',
  surety: 'sure',
  byHand: false,
  decision: null,
  decidedBy: null,
  decidedAt: null,
  rejectedBefore: false,
  record: null,
  matches: [],
  ...more,
});
const decided = (number: number, at: string, more: Partial<SuggestionView> = {}) =>
  one(number, { decision: 'accepted', decidedAt: at, ...more });
const after = (suggestions: SuggestionView[], ...acts: ReviewAct[]) => acts.reduce(reviewed, beginReview(suggestions));
const accept = (id: string): ReviewAct => ({ act: 'decide', id, decision: 'accepted', record: null });

describe('the review of a text', () => {
  it('begins at the first that is undecided, and can take back what was decided before, the last first', () => {
    const state = beginReview([
      decided(1, '2024-01-02'),
      one(2),
      decided(3, '2024-01-01'),
      one(4, { decision: 'rejected', decidedAt: '2023-01-01', rejectedBefore: true }),
    ]);
    expect(state.open).toBe('s2');
    // What was rejected in another reading of the text is no step of this one.
    expect(state.decided).toEqual([['s3'], ['s1']]);
  });

  it('moves on to the next undecided, from the top again, and stays where none is left', () => {
    const all = [one(1), one(2), one(3)];
    expect(after(all, accept('s1')).open).toBe('s2');
    expect(after(all, { act: 'open', id: 's3' }, accept('s3')).open).toBe('s1');
    const done = after(all, accept('s1'), accept('s2'), accept('s3'));
    expect(done.open).toBe('s3');
    expect(tallyOf(done.suggestions)).toEqual({ accepted: 3, edited: 0, merged: 0, rejected: 0, left: 0 });
    expect(reviewed(done, { act: 'takeBack', ids: ['s2'] })).toMatchObject({ open: 's2', decided: [['s1'], ['s3']] });
  });

  it('shows what the server kept, and moves on with it where that was the decision', () => {
    const state = after([one(1), one(2)], { act: 'mode', mode: 'edit' });
    const kept = one(1, { decision: 'edited', title: 'Put right' });
    expect(reviewed(state, { act: 'replace', suggestion: kept, moveOn: true })).toMatchObject({
      open: 's2',
      mode: 'read',
      decided: [['s1']],
      suggestions: [kept, one(2)],
    });
    const passage = reviewed(state, { act: 'replace', suggestion: one(1), moveOn: false });
    expect(passage).toMatchObject({ open: 's1', mode: 'edit', decided: [] });
    expect(reviewed(state, { act: 'replace', suggestion: one(3), moveOn: false }).suggestions).toHaveLength(3);
  });

  it('rejects the rest in one step, and takes it back in one', () => {
    const all = [one(1), one(2), one(3)];
    const rest: ReviewAct = { act: 'rejectAll', ids: ['s2', 's3'] };
    const rejected = after(all, accept('s1'), rest);
    expect(rejected.decided).toEqual([['s1'], ['s2', 's3']]);
    expect(tallyOf(rejected.suggestions)).toMatchObject({ accepted: 1, rejected: 2, left: 0 });
    const back = reviewed(rejected, { act: 'takeBack', ids: ['s2', 's3'] });
    expect(back).toMatchObject({ decided: [['s1']], open: 's2' });
    expect(tallyOf(back.suggestions)).toMatchObject({ accepted: 1, left: 2 });
    // One of them decided by itself afterwards is a step of its own.
    expect(reviewed(rejected, accept('s3')).decided).toEqual([['s1'], ['s2'], ['s3']]);
  });

  it('goes from one to the next of those on show, and no further', () => {
    const all = [one(1), decided(2, '2024-01-01'), one(3)];
    const only: ReviewAct = { act: 'onlyLeft', on: true };
    expect(after(all, { act: 'move', by: 1 }).open).toBe('s2');
    expect(after(all, only, { act: 'move', by: 1 }).open).toBe('s3');
    expect(after(all, only, { act: 'move', by: 1 }, { act: 'move', by: 1 }).open).toBe('s3');
    expect(after(all, { act: 'move', by: -1 }).open).toBe('s1');
    expect(shownIn(after(all, only)).map(({ number }) => number)).toEqual([1, 3]);
    // The one that is open stays on show once it is decided.
    expect(shownIn(after(all, only, { act: 'open', id: 's2' })).map(({ number }) => number)).toEqual([1, 2, 3]);
  });
});
