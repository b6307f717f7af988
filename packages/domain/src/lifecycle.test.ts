import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actions, actionsFrom, isOpen, states, transition, type State } from './lifecycle';

describe('lifecycle', () => {
  it('is this table and no more', () => {
    const table = states.flatMap((state) =>
      actionsFrom(state).map((action) => `${state} ${action} ${String(transition(state, action))}`),
    );
    expect(table).toEqual([
      'draft submit in_review',
      'draft discard discarded',
      'in_review approve approved',
      'in_review request_changes draft',
      'in_review discard discarded',
      'approved request_changes draft',
      'approved schedule scheduled',
      'approved publish live',
      'approved discard discarded',
      'scheduled unschedule approved',
      'scheduled publish live',
      'live supersede superseded',
      'live withdraw withdrawn',
    ]);
  });

  it('never reaches the public without an approval, and never comes back from an end', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 30 }), (tried) => {
        let state: State = 'draft';
        let approved = false;
        for (const action of tried) {
          const next: State | null = transition(state, action);
          if (next === null) continue;
          if (action === 'approve') approved = true;
          if (action === 'request_changes') approved = false;
          if (next === 'live') expect(approved).toBe(true);
          if (!isOpen(state)) expect(isOpen(next)).toBe(false);
          state = next;
        }
      }),
    );
  });
});
