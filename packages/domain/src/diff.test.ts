import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignItems } from './align';
import { canonicalJson } from './canonical';
import { diffContent } from './diff';
import { diffWords } from './diff-words';
import { getPointer } from './json-pointer';
import { commonSubsequence } from './sequence';

const json = fc.jsonValue({ maxDepth: 4 });
const words = fc
  .array(fc.constantFrom('peace', 'talks', 'weapons', ',', '.', ' ', '\n', 'é', '👩‍🚀', 'שלום'), { maxLength: 40 })
  .map((parts) => parts.join(' '));

describe('diffContent', () => {
  it('is empty exactly when the contents are equal', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        expect(diffContent(one, one)).toEqual([]);
        expect(diffContent(one, other).length === 0).toBe(canonicalJson(one) === canonicalJson(other));
      }),
    );
  });

  it('points at what it names, in the older or the newer content', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        for (const change of diffContent(before, after)) {
          if (change.kind === 'removed') expect(getPointer(before, change.path)).toEqual(change.before);
          else expect(getPointer(after, change.path)).toEqual(change.after);
        }
      }),
    );
  });

  it('names one item put in front as one addition', () => {
    const provisions = ['training', 'security cooperation', 'political cooperation'].map((subject) => ({
      subject,
      scope: 'included',
    }));
    const added = { subject: 'lethal weapons', scope: 'excluded' };
    expect(diffContent({ provisions }, { provisions: [added, ...provisions] })).toEqual([
      { path: '/provisions/0', kind: 'added', after: added },
    ]);
    expect(diffContent({ provisions: [added, ...provisions] }, { provisions })).toEqual([
      { path: '/provisions/0', kind: 'removed', before: added },
    ]);
  });

  it('finds an edited item behind a new one', () => {
    const item = { subject: 'supply of lethal weapons', scope: 'not_mentioned', force: 'voluntary', note: null };
    const other = { subject: 'training of officers abroad', scope: 'included', force: 'binding', note: null };
    expect(diffContent([item], [other, { ...item, scope: 'excluded' }])).toEqual([
      { path: '/0', kind: 'added', after: other },
      { path: '/1/scope', kind: 'changed', before: 'not_mentioned', after: 'excluded' },
    ]);
  });

  it('tells null, absent and empty apart', () => {
    expect(diffContent({ note: null }, {})).toEqual([{ path: '/note', kind: 'removed', before: null }]);
    expect(diffContent({}, { note: null })).toEqual([{ path: '/note', kind: 'added', after: null }]);
    expect(diffContent({ note: null }, { note: '' })).toEqual([
      { path: '/note', kind: 'changed', before: null, after: '' },
    ]);
    expect(diffContent({ 'a/b': 1 }, { 'a/b': 2 })).toEqual([{ path: '/a~1b', kind: 'changed', before: 1, after: 2 }]);
  });
});

describe('alignItems', () => {
  it('uses every item of both lists once, in order', () => {
    fc.assert(
      fc.property(fc.array(json, { maxLength: 12 }), fc.array(json, { maxLength: 12 }), (before, after) => {
        const aligned = alignItems(before, after);
        expect(aligned.flatMap(({ from }) => (from === null ? [] : [from]))).toEqual(before.map((_, index) => index));
        expect(aligned.flatMap(({ to }) => (to === null ? [] : [to]))).toEqual(after.map((_, index) => index));
      }),
    );
  });

  it('comes to an end on long lists without anything in common', () => {
    const list = (salt: string) => Array.from({ length: 2000 }, (_, index) => ({ salt, text: `${salt}${index}` }));
    expect(alignItems(list('a'), list('b')).length).toBeGreaterThan(0);
  });
});

describe('commonSubsequence', () => {
  it('is common, ascending, and as long as can be', () => {
    const items = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 9 });
    fc.assert(
      fc.property(items, items, (before, after) => {
        const pairs = commonSubsequence(before, after);
        pairs.forEach(({ from, to }, index) => {
          expect(before[from]).toBe(after[to]);
          expect(from).toBeGreaterThan(pairs[index - 1]?.from ?? -1);
          expect(to).toBeGreaterThan(pairs[index - 1]?.to ?? -1);
        });
        expect(pairs.length).toBe(longest(before, after));
      }),
    );
  });

  it('finds the posts of sequences too large for the table', () => {
    const before = Array.from({ length: 6000 }, (_, index) => index);
    const after = before.filter((item) => item % 7 !== 3).map((item) => (item % 11 === 5 ? -item : item));
    const kept = after.filter((item) => item >= 0).length;
    expect(commonSubsequence(before, after).length).toBe(kept);
  });
});

function longest(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  if (one[0] === other[0]) return 1 + longest(one.slice(1), other.slice(1));
  return Math.max(longest(one.slice(1), other), longest(one, other.slice(1)));
}

describe('diffWords', () => {
  it('holds both texts whole', () => {
    fc.assert(
      fc.property(
        fc.oneof(words, fc.string({ unit: 'binary' })),
        fc.oneof(words, fc.string({ unit: 'binary' })),
        (before, after) => {
          const changes = diffWords(before, after);
          expect(changes.flatMap(({ kind, text }) => (kind === 'ins' ? [] : [text])).join('')).toBe(before);
          expect(changes.flatMap(({ kind, text }) => (kind === 'del' ? [] : [text])).join('')).toBe(after);
          changes.forEach(({ kind, text }, index) => {
            expect(text).not.toBe('');
            expect(kind).not.toBe(changes[index - 1]?.kind);
          });
        },
      ),
    );
  });

  it('replaces words as a run', () => {
    expect(diffWords('It does not mention lethal weapons.', 'It expressly excludes lethal weapons.')).toEqual([
      { kind: 'same', text: 'It ' },
      { kind: 'del', text: 'does not mention' },
      { kind: 'ins', text: 'expressly excludes' },
      { kind: 'same', text: ' lethal weapons.' },
    ]);
  });
});
