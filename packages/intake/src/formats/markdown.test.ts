import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stretchesOf } from '../testing/stretches';
import { readMarkdown } from './markdown';

const read = (text: string) => readMarkdown({ text, encoding: 'utf-8', warnings: [] });

describe('Markdown', () => {
  it('becomes its text without its marks', () => {
    const source =
      '# A *title*\n\nText with \\*stars\\*, &amp; **bold** and\na soft break.  \nA hard one. [Link](https://example.org/a_b) `co  de`\n\n> quoted\n> more\n\n1. one\n2. two\n\n| a | b |\n|---|---|\n| 1 |   |\n\n```\nline  one\n\nline two\n```\n';
    expect(read(source).text.split('\n\n')).toEqual([
      'A title',
      'Text with *stars*, & bold and a soft break.\nA hard one. Link co de',
      'quoted more',
      'one',
      'two',
      'a\tb\n1',
      'line  one',
      'line two',
    ]);
  });

  it('says what its head says, or its first heading', () => {
    const head =
      '---\ntitle: "A plan: the costs"\ndate: 2031-02-03T10:00:00Z\nauthors: [Ada Example, "Bo Other"]\nlang: hu\n---\n# Heading\n\nText.\n';
    expect(read(head)).toMatchObject({
      title: 'A plan: the costs',
      published: '2031-02-03',
      authors: ['Ada Example', 'Bo Other'],
      language: 'hu',
      text: 'Heading\n\nText.',
    });
    expect(read('Intro.\n\n# The **heading**\n')).toMatchObject({ title: 'The heading', authors: [], published: null });
  });

  it('leaves HTML out, and says so where that held text', () => {
    expect(read('A <b>bold</b> word.\n\n<!-- note -->\n')).toMatchObject({ text: 'A bold word.', warnings: [] });
    const { text, warnings } = read('Before.\n\n<div onclick="run()">Inside</div>\n\nAfter.');
    expect(text).toBe('Before.\n\nAfter.');
    expect(warnings.join()).toContain('HTML');
  });

  it('maps every stretch to its source, whatever it is made of', () => {
    const piece = fc.constantFrom(
      '# ',
      'word ',
      'two words',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '  ',
      '    ',
      '*',
      '**',
      '_',
      '`',
      '```\n',
      '\\*',
      '&amp;',
      '&copy;',
      '&#x1F600;',
      '[a](b)',
      '![i](j)',
      '<b>',
      '𝒳',
      'é',
      '|',
      '|-|-|\n',
      '\t',
      '\r\n',
      '1. ',
      '---\n',
      '\\\n',
      '<https://example.org/>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const source = pieces.join('');
        const { text, map } = read(source);
        for (const { ours, theirs, exact } of stretchesOf(text, map, source)) {
          // In code, what looks like an entity stands for itself.
          if (/^&[^\s;]+;$/.test(theirs) && ours !== theirs) expect(['&', '©', '😀']).toContain(ours);
          else if (exact && ours !== ' ') expect(theirs.replaceAll(/\s/g, ' ')).toBe(ours.replaceAll(/\s/g, ' '));
          else if (ours === ' ') expect(theirs).toMatch(/^\s+$/);
        }
      }),
      {
        numRuns: 500,
        examples: [[['`', '&amp;', '---\n', '&#x1F600;', '`']], [['`', '`', '`', '&amp;', '|-|-|\n', '# ']]],
      },
    );
  });

  it('places a block of code behind its fence and the marks of its lines', () => {
    const source = '> ```text &amp;\n> text &\n> > text\n> ```\n';
    const { text, map } = read(source);
    expect(text).toBe('text &\n> text');
    expect(map.map(({ original }) => original)).toEqual([
      { start: 18, end: 24 },
      { start: 27, end: 33 },
    ]);
  });
});
