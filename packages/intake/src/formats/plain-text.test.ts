import { normaliseText } from '@rapporteur/domain/passage';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stretchesOf } from '../testing/stretches';
import { readPlainText } from './plain-text';

const read = (text: string) => readPlainText({ text, encoding: 'utf-8', warnings: [] });

const sentence =
  'The delegates came back after supper, sat down around the long table and read out, each in turn, what their governments had written to them.';
const wrapped = (text: string, width: number, lineEnd = '\n', indent = '') => {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > width) lines.push(indent + word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join(lineEnd);
};
const paragraphs = [sentence, `${sentence} ${sentence} Nobody objected.`, `MS. EXAMPLE:  ${sentence} ${sentence}`];

describe('plain text', () => {
  it('stays as it is but for its ends', () => {
    const text = '\n\n  A title\n\nA line.\nAnother line.\n\n- one\n- two\n\n';
    expect(read(text).text).toBe('A title\n\nA line.\nAnother line.\n\n- one\n- two');
    expect(read(' \n ')).toMatchObject({ text: '', map: [] });
  });

  it.each([
    ['\n', 72],
    ['\r\n', 65],
    ['\n', 80],
  ])('that a program wrapped becomes whole paragraphs again (%j, %i columns)', (lineEnd, width) => {
    const list = ['- one thing', wrapped(`- ${sentence}`, width, lineEnd, '  '), '- a third thing'].join(lineEnd);
    const address = ['Example House', '1 River Street', 'Exampletown'].join(lineEnd);
    const original = [...paragraphs.map((text) => wrapped(text, width, lineEnd)), list, address].join(
      lineEnd + lineEnd,
    );
    const { text, map } = read(original);
    // Two spaces behind a speaker are the speaker's.
    expect(text.split('\n\n')).toEqual(
      [...paragraphs, `- one thing${lineEnd}- ${sentence}${lineEnd}- a third thing`, address].map((part) =>
        normaliseText(part).replace('EXAMPLE: T', 'EXAMPLE:  T'),
      ),
    );
    const words = (part: string) => part.replaceAll(/\s+/g, ' ');
    for (const { ours, theirs } of stretchesOf(text, map, original)) expect(words(ours)).toBe(words(theirs));
  });

  it('that somebody broke into short lines keeps them', () => {
    const verse = Array.from({ length: 30 }, (_, line) => `The river ${'runs and '.repeat(line % 4)}never asks`).join(
      '\n',
    );
    expect(read(verse).text).toBe(verse);
    const table = Array.from({ length: 20 }, (_, line) => `${line}\tsome name\t${line * 7}`).join('\n');
    expect(read(table).text).toBe(table);
  });

  it('has a map in which everything is what it says', () => {
    const sign = fc.constantFrom(
      'a',
      'word ',
      sentence,
      `${wrapped(`${sentence} ${sentence}`, 72)}\n\n`,
      '\n',
      '\r\n',
      ' ',
      '\u00a0',
      'e\u0301',
      '𝒳',
      '\ufeff',
      'שלום',
      '-\n',
      '\u2028',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
        const original = signs.join('');
        const { text, map } = read(original);
        expect(normaliseText(text)).toBe(text);
        for (const { ours, theirs } of stretchesOf(text, map, original)) {
          expect(ours.replaceAll(/\s+/g, ' ')).toBe(normaliseText(theirs).replaceAll(/\s+/g, ' '));
        }
        const bare = (part: string) => normaliseText(part).replaceAll(/\s+/g, '');
        expect(bare(text)).toBe(bare(original));
      }),
      { numRuns: 300 },
    );
  });

  it('of a megabyte of spaces takes no longer than any other', () => {
    const begun = performance.now();
    read(`a${' '.repeat(1_000_000)}b${'\n '.repeat(300_000)}`);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
