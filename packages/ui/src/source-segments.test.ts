import { describe, expect, test } from 'vitest';
import { segmentText, type Placed } from './source-segments';

/** A small deterministic generator (mulberry32), so that a failure can be repeated from its seed. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const alphabet = ['a', 'b', ' ', '\n', 'é', '😀', '𐍈', '<', '&', 'и'];

describe('segmentText', () => {
  test('keeps every word, covers exactly each passage, opens and closes each once: 500 random texts', () => {
    for (let seed = 0; seed < 500; seed++) {
      const next = generator(seed);
      const points = Array.from({ length: next(60) }, () => alphabet[next(alphabet.length)] ?? 'a');
      const passages: Placed[] = Array.from({ length: next(6) }, () => {
        const start = next(points.length + 3);
        return { start, end: start + 1 + next(20) };
      });
      const segments = segmentText(points.join(''), passages).flatMap((paragraph) => paragraph.segments);

      const lines = points
        .join('')
        .split('\n')
        .filter((line) => line.trim() !== '');
      expect(segments.map(({ text }) => text).join(''), `seed ${seed}`).toBe(lines.join(''));

      passages.forEach((passage, at) => {
        const covered = segments
          .filter(({ covering }) => covering.includes(at))
          .map(({ text }) => text)
          .join('');
        const blank = /^\s*$/;
        const shown = points.slice(passage.start, passage.end).join('').split('\n').join('');
        const whole = points.join('');
        // Words on lines that hold nothing else than space are not drawn.
        if (!whole.split('\n').some((line) => line !== '' && blank.test(line)))
          expect(covered, `seed ${seed}, passage ${at}`).toBe(shown);
        const once = covered === '' ? 0 : 1;
        expect(segments.filter(({ opening }) => opening.includes(at))).toHaveLength(once);
        expect(segments.filter(({ closing }) => closing.includes(at))).toHaveLength(once);
      });
    }
  });

  test('counts code points, not UTF-16 units', () => {
    const [paragraph] = segmentText('😀😀 word here', [{ start: 3, end: 7 }]);
    expect(paragraph?.segments.map(({ text, covering }) => [text, covering])).toEqual([
      ['😀😀 ', []],
      ['word', [0]],
      [' here', []],
    ]);
  });

  test('shows overlapping passages each whole, and a passage over two paragraphs once by its address', () => {
    const [first, second] = segmentText('abcdef\nghi', [
      { start: 1, end: 4 },
      { start: 2, end: 9 },
    ]);
    expect(first?.segments.map(({ text, covering }) => [text, covering])).toEqual([
      ['a', []],
      ['b', [0]],
      ['cd', [0, 1]],
      ['ef', [1]],
    ]);
    expect(second?.segments.map(({ text, covering, opening, closing }) => [text, covering, opening, closing])).toEqual([
      ['gh', [1], [], [1]],
      ['i', [], [], []],
    ]);
  });
});
