import { describe, expect, it } from 'vitest';
import type { Draft } from '../draft/draft';
import { chooseText, isStale, type KeptText } from './choose-text';
import type { LocalText } from './local-text';

const draft = (question: string): Draft => ({
  content: { question },
  citations: [],
  slug: '',
  change: null,
  note: null,
  pasted: '',
});
const base = { revision: 1, version: 3 };
const saved = { draft: draft('saved'), base };
const kept = (over: Partial<KeptText> = {}): KeptText => ({
  draft: draft('kept'),
  base,
  sequence: 5,
  clientId: 'a',
  at: 1000,
  ...over,
});
const local = (question: string, over: Partial<LocalText> = {}): LocalText => ({
  form: 1,
  id: 'iss',
  clientId: 'a',
  sequence: 6,
  seen: null,
  base,
  at: 2000,
  draft: draft(question),
  ...over,
});

const question = (chosen: { draft: Draft }) => chosen.draft.content['question'];

describe('what an editor opens with', () => {
  it('is what only the browser has, then what the desk keeps, then what the record says, then a blank', () => {
    expect(question(chooseText(draft(''), saved, kept(), [local('browser')]))).toBe('browser');
    expect(question(chooseText(draft(''), saved, kept(), []))).toBe('kept');
    expect(question(chooseText(draft(''), saved, null, []))).toBe('saved');
    expect(question(chooseText(draft(''), null, null, []))).toBe('');
    expect(question(chooseText(draft(''), null, null, [local('browser')]))).toBe('browser');
  });

  it('is the newer of two texts of one window by its counter, of two windows by the clock', () => {
    expect(question(chooseText(draft(''), saved, kept(), [local('older', { sequence: 5, at: 9000 })]))).toBe('kept');
    const other = { clientId: 'b', sequence: 1 };
    expect(question(chooseText(draft(''), saved, kept(), [local('newer', { ...other, at: 1001 })]))).toBe('newer');
    expect(question(chooseText(draft(''), saved, kept(), [local('older', { ...other, at: 999 })]))).toBe('kept');
  });

  it('goes on from the highest counter, and says whose text it replaces', () => {
    const chosen = chooseText(draft(''), saved, kept(), [
      local('browser', { sequence: 8 }),
      local('b', { clientId: 'b', sequence: 9 }),
    ]);
    expect(chosen).toMatchObject({ sequence: 9, seen: { clientId: 'a', sequence: 5 }, from: 'browser' });
  });

  it('leaves no window out: what is not opened is offered, older texts than the desk has included', () => {
    const [newest, older] = [local('b', { clientId: 'b', at: 3000 }), local('c', { clientId: 'c', at: 500 })];
    const chosen = chooseText(draft(''), saved, kept(), [newest, older]);
    expect([question(chosen), chosen.taken]).toEqual(['b', newest]);
    expect(chosen.others).toEqual([older]);
    // Of the window whose later text the desk has, nothing is offered; of the others, all is.
    const own = local('earlier', { sequence: 5 });
    const second = chooseText(draft(''), saved, kept(), [own, older]);
    expect([question(second), second.others, second.settled]).toEqual(['kept', [older], [own]]);
  });

  it('lets go of texts that the desk or the record has', () => {
    const chosen = chooseText(draft(''), saved, kept(), [local('kept'), local('saved', { clientId: 'b' })]);
    expect(question(chosen)).toBe('kept');
    expect(chosen.settled).toHaveLength(2);
  });

  it('is stale once somebody else has saved', () => {
    expect(isStale(base, saved)).toBe(false);
    expect(isStale({ revision: 1, version: 2 }, saved)).toBe(true);
    expect(isStale(null, saved)).toBe(true);
    expect(isStale(null, null)).toBe(false);
  });
});
