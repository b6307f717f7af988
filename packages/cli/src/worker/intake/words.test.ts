import { describe, expect, it } from 'vitest';
import { words } from './words';

const sentence = 'Norland 🕊️ pledged ten boats.';
const length = Array.from(sentence).length;

describe('the sentence of a stretch', () => {
  it('is found in code points, and ends with its paragraph', () => {
    const { sentence: around } = words(`Before it.\n${sentence} ${sentence}\nBehind`, 'en');
    const second = 11 + length + 1;
    expect(around([second + 3, second + 8])).toEqual([second, second + length]);
  });

  it('is the stretch itself where it is longer than is shown, or where the stretch is no sentence', () => {
    const { sentence: around } = words(`${'word '.repeat(400)}. ${sentence} ${sentence}`, 'en');
    expect(around([1000, 1004])).toEqual([1000, 1004]);
    expect(around([2010, 2040])).toEqual([2010, 2040]);
  });

  it('is found at once in a text of a million characters without a line end', () => {
    const { sentence: around } = words(`${sentence} `.repeat(40_000), 'en');
    for (let at = 1; at < 1000; at += 1) {
      const start = at * 40 * (length + 1);
      expect(around([start + 3, start + 8])).toEqual([start, start + length]);
    }
  });
});
