import { expect, it } from 'vitest';
import { policy, scopeOf } from './policy';

it('opens to readers nothing but their own account: no draft, comment, presence or text that is being typed', () => {
  const open = Object.entries(policy).filter(([, role]) => role === 'reader');
  expect(open.map(([action]) => action)).toEqual(['self.read', 'account.manage']);
});

it('opens to no program what its person has not saved, and not where they are', () => {
  const own = Object.entries(scopeOf).filter(([action]) => /^(working_copy|presence)[.]/.test(action));
  expect(own.map(([, scope]) => scope)).toEqual([null, null, null, null]);
});
