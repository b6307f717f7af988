import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recogniseLanguage } from './language';
import { read } from './reading';

const sentencesOf = (text: string): string[] => {
  const reading = read(text, 'en');
  return reading.sentences.map(({ start, end }) => text.slice(start, end));
};
const paragraphsOf = (text: string): string[] =>
  read(text, 'en').paragraphs.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '));

describe('sentences', () => {
  it.each([
    [['“We will go.”', 'She left.', 'He stayed.']],
    [['“We will go.', 'They will not,” she said.', '“Never.”']],
    [['The envoy of the U.S. met Gen. Moor at St. Ann on Jan. 4.', 'It rained.']],
    [['Talks ended in the U.S.', 'The envoys left.']],
    [['“Will you go?” he asked.', 'Nobody answered!', '(Later they did.)', '3 envoys spoke.']],
    [['He waited... and then went.', 'Then “peace” came.']],
  ])('%j', (expected) => {
    expect(sentencesOf(expected.join(' '))).toEqual(expected);
  });
});

describe('paragraphs', () => {
  it('are lines where lines are long', () => {
    const long =
      'The two sides met again to talk about the harbour, the bridges and the railway that joins their capitals at last.';
    expect(paragraphsOf(`A short title\n${long}\n${long}\n`)).toEqual(['A short title', long, long]);
  });

  it('run over lines that were broken at one width', () => {
    const wrapped = [
      'The two sides met again to talk about the harbour,',
      'the bridges and the railway that joins their two',
      'capitals. Talks go on.',
      'The envoys left at noon and said nothing about it,',
      'as they had done before.',
      '',
      'Later they spoke.',
    ];
    expect(paragraphsOf(wrapped.join('\r\n'))).toEqual([
      wrapped.slice(0, 3).join(' '),
      wrapped.slice(3, 5).join(' '),
      'Later they spoke.',
    ]);
  });

  it('run over broken lines in a text with addresses, which no line holds', () => {
    const wrapped = [
      'The two sides met again to talk about the [harbour](https://harbour.example/a/very/long/address/that/cannot/be/broken/anywhere),',
      'the bridges and the railway that joins their two',
      'capitals. Talks go on.',
    ];
    expect(paragraphsOf(wrapped.join('\n'))).toEqual([wrapped.join(' ')]);
  });

  it('are the points of a list', () => {
    const wrapped = [
      'The two sides met again to talk about the harbour',
      '-   the bridges and the railway that joins their two',
      '    capitals, and the roads;',
      '-   the roads.',
    ];
    expect(paragraphsOf(wrapped.join('\n'))).toEqual([
      wrapped[0],
      '- the bridges and the railway that joins their two capitals, and the roads;',
      '- the roads.',
    ]);
  });

  it('run over broken lines that are set in, which are as wide as the others', () => {
    const wrapped = [
      '- The two sides met again and talked about the harbour.',
      '  They agreed on a bridge between the two ports',
      '  Avaburgh.',
    ];
    expect(paragraphsOf(wrapped.join('\n'))).toEqual([
      '- The two sides met again and talked about the harbour. They agreed on a bridge between the two ports Avaburgh.',
    ]);
  });

  it('run over a break inside a sentence', () => {
    const long = 'a'.repeat(120);
    expect(paragraphsOf(`They meet to\nconsider it ${long}.\nNext`)).toEqual([
      `They meet to consider it ${long}.`,
      'Next',
    ]);
  });
});

it.each([
  ['en', 'The ministers met on Tuesday and agreed on nothing.'],
  ['fr', 'Les ministres se sont réunis mardi et ne se sont mis d’accord sur rien.'],
  ['de', 'Die Minister trafen sich am Dienstag und einigten sich auf nichts.'],
  ['hu', 'A miniszterek kedden találkoztak, és semmiben sem egyeztek meg.'],
  ['uk', 'Міністри зустрілися у вівторок і ні про що не домовилися.'],
  ['en', '12 — 14'],
] as const)('recognises %s', (language, text) => {
  expect(recogniseLanguage(text)).toBe(language);
});

it('puts every token in one sentence and every sentence in one paragraph, for any string', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const { tokens, sentences, paragraphs } = read(text);
      const parts = (list: { from: number; to: number }[]): number[] => list.flatMap(({ from, to }) => range(from, to));
      expect(parts(sentences)).toEqual(range(0, tokens.length));
      expect(parts(paragraphs)).toEqual(range(0, sentences.length));
      expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual(tokens.map((token) => token.text));
    }),
  );
});

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
