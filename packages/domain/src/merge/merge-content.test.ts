import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../canonical';
import { getPointer } from '../json-pointer';
import { edited, textsIn, type Edit } from '../testing/edits';
import { mergeContent } from './merge-content';
import { pointerMover } from './pointers';
import { resolveContent } from './resolve';

const word = fc.constantFrom(
  'peace',
  'talks',
  'grain',
  'border',
  'winter',
  'envoy',
  'treaty',
  'harbour',
  'ceasefire',
  'monitor',
);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));
const reference = (prefix: string) =>
  fc.constantFrom(...'0123456789'.split('')).map((digit) => `${prefix}_${digit.repeat(26)}`);

const paragraph = words.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
const itemOf: Record<string, fc.Arbitrary<unknown>> = {
  provisions: fc.record({
    subject: words,
    scope: fc.constantFrom('included', 'excluded', 'disputed'),
    force: fc.constantFrom('binding', 'voluntary', null),
    note: fc.option(words),
  }),
  claims: fc.record({ text: words, role: fc.constantFrom('claim', 'reason') }),
  choices: fc.record({ actor: reference('act'), choice: fc.constantFrom('yes', 'no', 'abstain') }),
  parties: reference('act'),
  content: fc.oneof(
    paragraph,
    fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'quotation', content })),
  ),
};
const list = (name: string) => fc.array(itemOf[name] ?? fc.constant(null), { maxLength: 6 });

/** A content with every sort of list that records have: by subject, by wording, by reference, of references, and rich text. */
const content = fc.record({
  title: words,
  summary: fc.option(words),
  provisions: list('provisions'),
  claims: list('claims'),
  choices: list('choices'),
  parties: list('parties'),
  body: fc.record({ type: fc.constant('doc'), content: list('content') }),
});

const edits = (maxLength = 5): fc.Arbitrary<Edit[]> =>
  fc.array(
    fc.record({
      act: fc.constantFrom('write', 'rewrite', 'clear', 'insert', 'remove', 'move'),
      place: fc.nat(10_000),
      target: fc.nat(10_000),
      words,
    }),
    { maxLength },
  );

const provision = (subject: string, scope = 'included', note: string | null = null) => ({ subject, scope, note });
const two = fc.record({ base: content, hers: edits(), his: edits() }).map(({ base, hers, his }) => ({
  base,
  theirs: edited(base, hers, 't'),
  mine: edited(base, his, 'm'),
}));

describe('mergeContent', () => {
  it('takes an edit that only one side made, whole', () => {
    fc.assert(
      fc.property(two, ({ base, theirs }) => {
        expect(mergeContent(base, theirs, base)).toMatchObject({ conflicts: [] });
        expect(mergeContent(base, theirs, base).content).toEqual(theirs);
        expect(mergeContent(base, base, theirs).content).toEqual(theirs);
        expect(mergeContent(base, theirs, theirs)).toMatchObject({ content: theirs, conflicts: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('does not care which side is which, where there is no conflict', () => {
    fc.assert(
      fc.property(two, ({ base, theirs, mine }) => {
        const [one, other] = [mergeContent(base, theirs, mine), mergeContent(base, mine, theirs)];
        expect(one.conflicts.length === 0).toBe(other.conflicts.length === 0);
        if (one.conflicts.length === 0) expect(canonicalJson(one.content)).toBe(canonicalJson(other.content));
      }),
      { numRuns: 400 },
    );
  });

  it('loses no text that either side wrote', () => {
    fc.assert(
      fc.property(two, ({ base, theirs, mine }) => {
        const merged = mergeContent(base, theirs, mine);
        const there = textsIn([merged.content, merged.conflicts]);
        const old = textsIn(base);
        for (const text of [...textsIn(theirs), ...textsIn(mine)]) if (!old.has(text)) expect(there).toContain(text);
      }),
      { numRuns: 400 },
    );
  });

  it('shows a conflict where it stands, and puts in its place what is chosen', () => {
    fc.assert(
      fc.property(two, ({ base, theirs, mine }) => {
        const merged = mergeContent(base, theirs, mine);
        for (const conflict of merged.conflicts) {
          const stands = getPointer(merged.content, conflict.path);
          if (conflict.kind === 'order') expect(stands).toHaveLength(conflict.mine.length);
          else
            expect(stands ?? conflict.theirs).toEqual(conflict.theirs === undefined ? conflict.mine : conflict.theirs);
        }
        const choose = (side: 'theirs' | 'mine') =>
          resolveContent(
            merged.content,
            merged.conflicts,
            Object.fromEntries(merged.conflicts.map(({ path }) => [path, side])),
          );
        expect(choose('theirs').left).toEqual([]);
        const chosen = { theirs: textsIn(choose('theirs').content), mine: textsIn(choose('mine').content) };
        const old = textsIn(base);
        for (const text of textsIn(mine)) if (!old.has(text)) expect(chosen.mine).toContain(text);
        for (const text of textsIn(theirs)) if (!old.has(text)) expect(chosen.theirs).toContain(text);
      }),
      { numRuns: 200 },
    );
  });

  it('joins edits of different fields of one item, behind an item that was put in front', () => {
    const base = { provisions: [provision('supply of lethal weapons', 'disputed')] };
    const theirs = { provisions: [provision('training abroad'), provision('supply of lethal weapons', 'excluded')] };
    const mine = { provisions: [provision('supply of lethal weapons', 'disputed', 'Not in the text.')] };
    expect(mergeContent(base, theirs, mine)).toMatchObject({
      content: {
        provisions: [
          provision('training abroad'),
          provision('supply of lethal weapons', 'excluded', 'Not in the text.'),
        ],
      },
      conflicts: [],
    });
  });

  it('never mixes the vote of one actor with that of another', () => {
    const vote = (actor: string, choice: string) => ({ actor, choice });
    const base = { choices: [vote('act_a', 'yes')] };
    const theirs = { choices: [vote('act_d', 'yes')] };
    const mine = { choices: [vote('act_a', 'abstain')] };
    expect(mergeContent(base, theirs, mine)).toMatchObject({
      content: { choices: expect.arrayContaining([vote('act_d', 'yes'), vote('act_a', 'abstain')]) as unknown },
      conflicts: [{ base: vote('act_a', 'yes'), mine: vote('act_a', 'abstain') }],
    });
    const both = mergeContent({ choices: [] }, { choices: [vote('act_a', 'yes')] }, { choices: [vote('act_a', 'no')] });
    expect(both.conflicts).toEqual([
      { kind: 'value', path: '/choices/0', theirs: vote('act_a', 'yes'), mine: vote('act_a', 'no'), both: true },
    ]);
  });

  it('shows both texts of a field that both changed, and what was removed while the other changed it', () => {
    const base = { summary: 'They met.', provisions: [provision('training')] };
    const theirs = { summary: 'They met in Geneva.', provisions: [] };
    const mine = { summary: 'The two met.', provisions: [provision('training', 'included', 'Mine.')] };
    const merged = mergeContent(base, theirs, mine);
    expect(merged.conflicts).toEqual([
      {
        kind: 'value',
        path: '/summary',
        base: 'They met.',
        theirs: 'They met in Geneva.',
        mine: 'The two met.',
        both: true,
      },
      {
        kind: 'value',
        path: '/provisions/0',
        base: provision('training'),
        mine: provision('training', 'included', 'Mine.'),
        both: false,
      },
    ]);
    const resolve = (choices: Parameters<typeof resolveContent>[2]) =>
      resolveContent(merged.content, merged.conflicts, choices).content;
    expect(resolve({ '/summary': 'both', '/provisions/0': 'theirs' })).toEqual({
      summary: 'The two met in Geneva.',
      provisions: [],
    });
    expect(resolve({ '/summary': { text: 'The two met in Geneva.' } })).toMatchObject({
      summary: 'The two met in Geneva.',
      provisions: [provision('training', 'included', 'Mine.')],
    });
    expect(() => resolve({ '/provisions/0': 'both' })).toThrow(/cannot hold both/);
    expect(() => resolve({ '/nowhere': 'mine' })).toThrow(/not in conflict/);
  });

  it('keeps a paragraph in one piece', () => {
    const paragraph = (...runs: string[]) => ({
      type: 'paragraph',
      content: runs.map((text) => ({ type: 'text', text })),
    });
    const document = (...content: unknown[]) => ({ body: { type: 'doc', content } });
    const base = document(paragraph('They met and parted.'));
    const theirs = document(paragraph('They ', 'met', ' and parted.'));
    const mine = document(paragraph('They met in Geneva and parted.'));
    const { conflicts } = mergeContent(base, theirs, mine);
    expect(conflicts).toMatchObject([{ path: '/body/content/0', both: true }]);
  });

  it('asks about the order where both sides moved items in different ways', () => {
    const items = ['grain', 'border', 'winter'].map((subject) => provision(subject));
    const [grain, border, winter] = items;
    const merged = mergeContent(
      { provisions: items },
      { provisions: [winter, grain, border] },
      { provisions: [border, grain, winter] },
    );
    expect(merged.conflicts).toMatchObject([{ kind: 'order', path: '/provisions' }]);
    expect(resolveContent(merged.content, merged.conflicts, { '/provisions': 'mine' }).content).toEqual({
      provisions: [border, grain, winter],
    });
  });
});

describe('pointerMover', () => {
  it('leads to nothing but fields of the edited content, and back where nothing was edited', () => {
    fc.assert(
      fc.property(content, edits(), fc.nat(), (before, all, at) => {
        const after = edited(before, all, 'x');
        const fields = ['/title', ...before.provisions.map((_, index) => `/provisions/${index}/scope`)];
        const field = fields[at % fields.length] ?? '/title';
        const to = pointerMover(before, after)(field);
        if (to !== null) expect(getPointer(after, to)).toBeDefined();
        expect(pointerMover(before, structuredClone(before))(field)).toBe(field);
      }),
    );
  });
});
