import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  almostIdentical,
  bandsOf,
  nearlySame,
  resemblance,
  sharedWording,
  signatureOf,
  type Signature,
} from './same-origin';

const vocabulary =
  `talk meeting minister border grain treaty vote delay promise letter town river answer week council money
 old new quiet open late first second small plain said asked wrote signed left came of the and but from to in on by`.split(
    /\s+/,
  );

/** Words in no order, the same for the same seed. */
function words(seed: number, count: number): string[] {
  let state = seed + 1;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return vocabulary[(state >>> 8) % vocabulary.length] ?? '';
  });
}
const signed = (text: string): Signature => signatureOf(text) ?? new Uint32Array(0);
const alike = (one: string, other: string) => resemblance(signed(one), signed(other));

/** Changes, drops or inserts words, or moves a stretch; the same for the same edits. */
function edited(text: string[], edits: { kind: number; at: number; length: number }[]): string[] {
  return edits.reduce((all, { kind, at: where, length }) => {
    const at = where % Math.max(1, all.length);
    const [head, cut, tail] = [all.slice(0, at), all.slice(at, at + length), all.slice(at + length)];
    if (kind === 0) return [...head, 'changed', ...all.slice(at + 1)];
    if (kind === 1) return [...head, ...tail];
    return kind === 2 ? [...head, ...words(at, length), ...cut, ...tail] : [...tail, ...head, ...cut];
  }, text);
}

describe('the resemblance of two texts', () => {
  it('is near what counting says, whatever was edited', () => {
    const edit = fc.record({ kind: fc.nat(3), at: fc.nat(1000), length: fc.integer({ min: 1, max: 60 }) });
    const errors: number[] = [];
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.integer({ min: 20, max: 600 }),
        fc.array(edit, { maxLength: 12 }),
        (seed, count, edits) => {
          const text = words(seed, count);
          const [one, other] = [text.join(' '), edited(text, edits).join(' ')];
          if (other.trim() === '') return;
          const error = Math.abs(alike(one, other) - sharedWording(one, other));
          errors.push(error);
          // Six standard deviations of 128 tries.
          expect(error).toBeLessThan(0.27);
        },
      ),
      { numRuns: 300, seed: 7 },
    );
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(0.04);
  });

  it('is noticed where the orders are not independent', () => {
    // One order, 128 times over: right on average, and far off in single cases.
    const one = words(1, 300);
    const far = Array.from({ length: 40 }, (_, at) => {
      const other = edited(one, [
        { kind: 2, at: at * 7, length: 60 },
        { kind: 0, at: at * 3, length: 1 },
      ]).join(' ');
      const lazy = signed(one.join(' '))[at] === signed(other)[at] ? 1 : 0;
      return Math.abs(lazy - sharedWording(one.join(' '), other));
    });
    expect(Math.max(...far)).toBeGreaterThan(0.27);
  });

  it('is 1 for the same words, whatever stands between them', () => {
    expect(alike('“We agreed,” she said. The vote was late.', 'we AGREED she said – the vote\nwas late')).toBe(1);
    expect(alike('Україна підписала угоду сьогодні вранці', 'УКРАЇНА підписала угоду\u00a0сьогодні вранці!')).toBe(1);
    expect(alike('two words', 'two words')).toBe(1);
    expect(signatureOf(' … – ')).toBeNull();
  });

  it('stays nothing for texts that share words but no wording', () => {
    for (let seed = 0; seed < 50; seed += 1)
      expect(alike(words(seed, 400).join(' '), words(seed + 500, 400).join(' '))).toBeLessThan(0.05);
  });

  it('tells a copy with corrections from a report of the same thing', () => {
    const text = words(3, 500);
    const corrected = edited(
      text,
      [40, 180, 320].map((at) => ({ kind: 0, at, length: 1 })),
    );
    const shortened = [...words(9, 60), ...text.slice(0, 250)];
    expect(alike(text.join(' '), corrected.join(' '))).toBeGreaterThan(almostIdentical);
    const part = alike(text.join(' '), shortened.join(' '));
    expect(part).toBeGreaterThan(nearlySame);
    expect(part).toBeLessThan(almostIdentical);
  });

  it('does not depend on where or when it is computed, for it is stored', () => {
    const signature = signed('The record says who said what, and where it was said.');
    expect([...signature.subarray(0, 4)]).toEqual([313302374, 90182791, 303063066, 33716135]);
    expect(bandsOf(signature).slice(0, 2)).toEqual(['56j5nq.1hoxhj', '50foyi.k2njb']);
  });
});

describe('bands', () => {
  const stored = Array.from({ length: 500 }, (_, seed) => words(seed, 300));
  const index = new Map<string, number[]>();
  stored.forEach((text, id) => {
    bandsOf(signed(text.join(' '))).forEach((band, at) =>
      index.set(`${at}:${band}`, [...(index.get(`${at}:${band}`) ?? []), id]),
    );
  });
  const found = (text: string) =>
    new Set(bandsOf(signed(text)).flatMap((band, at) => index.get(`${at}:${band}`) ?? []));

  it('lead from a text to the stored one it was made of, and to few others', () => {
    let [met, strangers] = [0, 0];
    for (let id = 0; id < stored.length; id += 5) {
      const text = stored[id] ?? [];
      // A third of the wording is kept, and as much is new.
      const candidates = found([...words(id + 9_000, 120), ...text.slice(0, 170)].join(' '));
      if (candidates.has(id)) met += 1;
      strangers += candidates.size - Number(candidates.has(id));
    }
    expect(met).toBeGreaterThanOrEqual(99);
    expect(strangers).toBeLessThan(10);
  });
});

it('signs a megabyte in less than a second', () => {
  const text = words(11, 200_000).join(' ');
  expect(text.length).toBeGreaterThan(1_000_000);
  signatureOf(text.slice(0, 10_000));
  const begun = performance.now();
  signatureOf(text);
  expect(performance.now() - begun).toBeLessThan(1_000);
});
