import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeBibtex } from './bibtex';
import { toCsl, type Cited } from './csl';
import { writeRis } from './ris';
import { writeText } from './text';

const cited: Cited = {
  id: 'stm_01hgw2bbg0000000000000000a',
  kind: 'statement',
  title: 'A minister on bees, 29 November 2023',
  revisionNumber: 3,
  publishedAt: '2024-01-15T10:32:07.123Z',
  byline: null,
  language: 'en',
};
const article: Cited = { ...cited, id: 'art_01hgw2bbg0000000000000000a', kind: 'article', byline: 'Ada Writer' };
const origin = 'https://record.example';
const csl = (change: Partial<Cited> = {}) => toCsl({ ...cited, ...change }, origin);

// What the specification of CSL-JSON 1.0 says of the variables in use: which there are, and what each holds.
const names = {
  type: 'array',
  items: {
    type: 'object',
    required: ['literal'],
    additionalProperties: false,
    properties: { literal: { type: 'string' } },
  },
};
const dateParts = {
  type: 'array',
  minItems: 1,
  maxItems: 2,
  items: { type: 'array', minItems: 1, maxItems: 3, items: { type: 'integer' } },
};
const isCsl = new Ajv({ strict: true }).compile({
  type: 'object',
  required: ['id', 'type'],
  additionalProperties: false,
  properties: {
    id: { type: 'string' },
    type: { enum: ['article', 'article-journal', 'article-magazine', 'article-newspaper', 'document', 'webpage'] },
    title: { type: 'string' },
    'container-title': { type: 'string' },
    publisher: { type: 'string' },
    author: names,
    issued: {
      type: 'object',
      required: ['date-parts'],
      additionalProperties: false,
      properties: { 'date-parts': dateParts },
    },
    version: { type: 'string' },
    language: { type: 'string' },
    URL: { type: 'string' },
    note: { type: 'string' },
  },
});
const readBack = (text: string) => new Cite(text).data[0] ?? {};

describe('a revision that is cited', () => {
  it('is an item of CSL, by its permanent address and its record time', () => {
    expect(csl()).toEqual({
      id: 'stm_01hgw2bbg0000000000000000a@3',
      type: 'webpage',
      title: 'A minister on bees, 29 November 2023',
      'container-title': 'Rapporteur',
      publisher: 'Rapporteur',
      issued: { 'date-parts': [[2024, 1, 15]] },
      version: '3',
      language: 'en',
      URL: 'https://record.example/r/stm_01hgw2bbg0000000000000000a@3',
      note: 'Version 3, recorded 2024-01-15T10:32:07Z',
    });
    for (const item of [csl(), toCsl(article, origin)]) {
      expect(isCsl(item), JSON.stringify(isCsl.errors)).toBe(true);
      expect(new Cite(item).data[0]).toMatchObject({ ...item });
    }
    expect(isCsl({ ...csl(), issued: '2024' })).toBe(false);
  });

  it('is cited in words', () => {
    expect(writeText(csl())).toBe(
      '“A minister on bees, 29 November 2023.” Rapporteur, version 3, 15 January 2024. https://record.example/r/stm_01hgw2bbg0000000000000000a@3',
    );
    expect(writeText(toCsl({ ...article, title: 'Why?' }, origin))).toMatch(/^Ada Writer\. “Why\?” Rapporteur, /);
  });

  it('is read back from BibTeX', () => {
    expect(writeBibtex(csl())).toBe(
      [
        '@misc{stm_01hgw2bbg0000000000000000a-3,',
        '  title = {{A minister on bees, 29 November 2023}},',
        '  howpublished = {Rapporteur},',
        '  publisher = {Rapporteur},',
        '  year = {2024},',
        '  month = jan,',
        '  day = {15},',
        '  version = {3},',
        '  langid = {en},',
        '  url = {https://record.example/r/stm_01hgw2bbg0000000000000000a@3},',
        '  note = {Version 3, recorded 2024-01-15T10:32:07Z},',
        '}',
        '',
      ].join('\n'),
    );
    const { title, issued, URL, note } = csl();
    expect(readBack(writeBibtex(csl()))).toMatchObject({ title, issued, URL, note, publisher: 'Rapporteur' });
    expect(readBack(writeBibtex(toCsl(article, origin)))).toMatchObject({
      type: 'article-journal',
      author: [{ family: 'Ada Writer' }],
      'container-title': 'Rapporteur',
    });
  });

  it('is read back from RIS', () => {
    const text = writeRis(csl());
    expect(text).toMatch(/^TY {2}- ELEC\r\n/);
    expect(text).toMatch(/\r\nDA {2}- 2024\/01\/15\r\n/);
    expect(text).toMatch(/\r\nER {2}- \r\n$|\r\nER {2}- $/);
    const { title, issued, URL, type, language } = csl();
    expect(readBack(text)).toMatchObject({ title, issued, URL, type, language });
    expect(readBack(writeRis(toCsl({ ...article, byline: 'NATO' }, origin)))).toMatchObject({ title });
    expect(writeRis(toCsl(article, origin))).toContain('\r\nAU  - Ada Writer\r\n');
  });
});

describe('what a title may hold', () => {
  it('is written so that TeX reads it', () => {
    const written = (title: string) => /title = \{\{(.*)\}\},/.exec(writeBibtex(csl({ title })))?.[1];
    expect(written('Szijjártó')).toBe("Szijj{\\'{a}}rt{\\'{o}}");
    expect(written('Őrség, Šiška, Łódź, Straße, Ça')).toBe(
      "{\\H{O}}rs{\\'{e}}g, {\\v{S}}i{\\v{s}}ka, {\\L}{\\'{o}}d{\\'{z}}, Stra{\\ss}e, {\\c{C}}a",
    );
    expect(written('100 % & $5_{x} ~^#\\')).toBe(
      '100 \\% \\& \\$5\\_{\\textbraceleft}x{\\textbraceright} {\\textasciitilde}{\\textasciicircum}\\#{\\textbackslash}',
    );
    expect(written('Київ і Ужгород')).toBe('Київ і Ужгород');
  });

  const piece = fc.constantFrom(
    ...'aeiouAEOszclnZ019 .,:;?!()[]/+=*<>@"\'|',
    '\\',
    ...'{}&%$#_^~',
    ...'éèêëáàäãåőűúíóöüčšžćńńłŁßøØæÆœğşąęůıКиївщґ字😀',
  );
  const titles = fc.array(piece, { minLength: 1, maxLength: 30 }).map((signs) => `T${signs.join('')}e`);

  it('comes back from BibTeX as it was, and leaves its braces in balance', () => {
    fc.assert(
      fc.property(titles, (title) => {
        const text = writeBibtex(csl({ title }));
        let depth = 0;
        for (const sign of text) {
          depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
          if (depth < 0) return false;
        }
        expect(depth).toBe(0);
        // The reader joins quotation marks and hyphens as TeX would set them: those are not among the pieces.
        const read = String(readBack(text)['title']).normalize('NFC');
        expect(read.replaceAll('’', "'").replaceAll('”', '"')).toBe(title.replaceAll(/\s+/g, ' '));
      }),
    );
  });

  it('never makes a line of RIS that is not one', () => {
    const hostile = fc.oneof(
      titles,
      fc.constantFrom('\r\nER  - \r\n', '\nTY  - BOOK', '\u2028', '\u0085', '\u0000', '\t'),
    );
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 6 }), fc.array(hostile, { maxLength: 3 }), (said, by) => {
        const text = writeRis(toCsl({ ...article, title: said.join(''), byline: by.join('') }, origin));
        const lines = text.split('\r\n');
        expect(lines.pop()).toBe('');
        expect(lines.map((line) => line.slice(0, 2)).join(' ')).toBe('TY ID AU TI T2 PB PY DA ET LA UR N1 ER');
        // oxlint-disable-next-line no-control-regex -- the controls are the subject here
        expect(text).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u0085\u2028\u2029]|(?<!\r)\n|\r(?!\n)/);
      }),
    );
  });
});
