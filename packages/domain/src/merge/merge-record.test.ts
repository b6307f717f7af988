import { describe, expect, it } from 'vitest';
import type { Citation } from '../content/citation';
import { mergeRecord, resolveRecord } from './merge-record';
import { moveCitations } from './pointers';

const source = `src_${'0'.repeat(26)}` as Citation['passage']['source'];
const cite = (field: string, exact: string, role: Citation['role'] = 'supports'): Citation => ({
  field,
  role,
  passage: { source, sha256: 'a'.repeat(64), exact, prefix: '', suffix: '', start: 0, end: exact.length },
});
const provision = (subject: string, scope = 'included') => ({ subject, scope, note: null });
const of = (...subjects: string[]) => ({ provisions: subjects.map((subject) => provision(subject)) });

describe('moveCitations', () => {
  const cited = [cite('/provisions/0/scope', 'weapons'), cite('/provisions/1', 'training')];

  it.each([
    ['inserted in front', of('grain', 'weapons', 'training'), ['/provisions/1/scope', '/provisions/2']],
    ['put into another order', of('training', 'weapons'), ['/provisions/1/scope', '/provisions/0']],
    [
      'edited',
      { provisions: [provision('weapons', 'excluded'), provision('training')] },
      ['/provisions/0/scope', '/provisions/1'],
    ],
    ['rewritten in their place', of('lethal arms', 'training'), ['/provisions/0/scope', '/provisions/1']],
  ])('follows items that were %s', (_how, after, fields) => {
    const { citations, orphaned } = moveCitations(of('weapons', 'training'), after, cited);
    expect(citations.map(({ field }) => field)).toEqual(fields);
    expect(orphaned).toEqual([]);
  });

  it('gives back those whose item is gone', () => {
    const { citations, orphaned } = moveCitations(of('weapons', 'training'), of('training'), cited);
    expect(citations).toEqual([cite('/provisions/0', 'training')]);
    expect(orphaned).toEqual([cite('/provisions/0/scope', 'weapons')]);
  });

  it('never points at the row of another actor', () => {
    const votes = (...actors: string[]) => ({ choices: actors.map((actor) => ({ actor, choice: 'yes' })) });
    const moved = moveCitations(votes('act_a', 'act_b'), votes('act_c', 'act_b'), [cite('/choices/0', 'A voted')]);
    expect(moved).toEqual({ citations: [], orphaned: [cite('/choices/0', 'A voted')] });
  });
});

describe('mergeRecord', () => {
  it('lets the citations of both sides follow the items', () => {
    const base = { content: of('weapons'), citations: [cite('/provisions/0', 'weapons')] };
    const theirs = {
      content: of('grain', 'weapons'),
      citations: [cite('/provisions/1', 'weapons'), cite('/provisions/0', 'grain')],
    };
    const mine = {
      content: of('weapons'),
      citations: [cite('/provisions/0', 'weapons'), cite('/provisions/0/scope', 'all arms')],
    };
    const merged = mergeRecord('programme', base, theirs, mine);
    expect(merged).toMatchObject({ content: of('grain', 'weapons'), conflicts: [], orphaned: [] });
    expect(merged.citations).toHaveLength(3);
    expect(merged.citations).toEqual(
      expect.arrayContaining([
        cite('/provisions/1', 'weapons'),
        cite('/provisions/0', 'grain'),
        cite('/provisions/1/scope', 'all arms'),
      ]),
    );
  });

  it('removes what a side removed, and keeps aside what the other had newly put on it', () => {
    const base = {
      content: of('weapons', 'training'),
      citations: [cite('/provisions/0', 'weapons'), cite('/provisions/1', 'training')],
    };
    const theirs = { content: of('training'), citations: [cite('/provisions/0', 'training')] };
    const mine = { content: base.content, citations: [...base.citations, cite('/provisions/0/scope', 'all arms')] };
    const merged = mergeRecord('programme', base, theirs, mine);
    expect(merged.citations).toEqual([cite('/provisions/0', 'training')]);
    expect(merged.orphaned).toEqual([cite('/provisions/0/scope', 'all arms')]);
  });

  it('takes a citation for one thing: two roles are two citations, never a mixture', () => {
    const base = { content: of('weapons'), citations: [cite('/provisions/0', 'weapons')] };
    const changed = (role: Citation['role']) => ({
      content: base.content,
      citations: [cite('/provisions/0', 'weapons', role)],
    });
    const merged = mergeRecord('programme', base, changed('context'), changed('contradicts'));
    expect(merged.citations.map(({ role }) => role).toSorted()).toEqual(['context', 'contradicts']);
  });

  it('offers both only where a field can hold both', () => {
    const text = (summary: string, status: string) => ({ content: { summary, status, provisions: [] }, citations: [] });
    const merged = mergeRecord(
      'programme',
      text('They met.', 'agreed'),
      text('They met today.', 'ended'),
      text('The two met.', 'under_consideration'),
    );
    expect(merged.conflicts).toMatchObject([
      { path: '/summary', both: true },
      { path: '/status', both: false },
    ]);
    expect(() => resolveRecord(merged, { '/status': 'both' })).toThrow(/cannot hold both/);
  });

  it('lets citations and open conflicts follow what is chosen', () => {
    const note = (subject: string, scope: string) => provision(subject, scope);
    const base = {
      content: { provisions: [note('weapons', 'disputed'), note('training', 'disputed')] },
      citations: [],
    };
    const theirs = { content: { provisions: [note('training', 'excluded')] }, citations: [] };
    const mine = {
      content: { provisions: [note('weapons', 'included'), note('training', 'included')] },
      citations: [cite('/provisions/0', 'weapons'), cite('/provisions/1', 'training')],
    };
    const merged = mergeRecord('programme', base, theirs, mine);
    expect(merged.conflicts.map(({ path }) => path)).toEqual(['/provisions/0', '/provisions/1/scope']);
    const resolved = resolveRecord(merged, { '/provisions/0': 'theirs' });
    expect(resolved.citations).toEqual([cite('/provisions/0', 'training')]);
    expect(resolved.orphaned).toEqual([cite('/provisions/0', 'weapons')]);
    expect(resolved.conflicts.map(({ path }) => path)).toEqual(['/provisions/0/scope']);
    expect(resolveRecord(resolved, { '/provisions/0/scope': 'mine' }).content).toEqual({
      provisions: [note('training', 'included')],
    });
  });
});
