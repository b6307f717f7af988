import { readdirSync, readFileSync } from 'node:fs';
import { RapporteurError } from '@rapporteur/domain/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../testing/same-seed';
import { parseMapping } from './parse-mapping';

const folder = new URL('../../../../datasets/', import.meta.url);
const plain = `mapping: 1
title: A list
files:
  rows: { path: rows.csv, key: id }
records:
  - kind: issue
    rows: rows
    slug: '{id}'
    content: { question: '{text}' }
`;

function issuesOf(text: string): string[] {
  try {
    parseMapping(text);
    return [];
  } catch (error) {
    if (!(error instanceof RapporteurError)) throw error;
    return error.issues.length === 0 ? [error.message] : error.issues.map(({ path, message }) => `${path}: ${message}`);
  }
}

describe('a mapping', () => {
  it('is read as it is written', () => {
    expect(parseMapping(plain).records[0]).toMatchObject({ kind: 'issue', slug: '{id}', let: {}, cite: [] });
  });

  it.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))('%s of this project can be read', (name) => {
    expect(issuesOf(readFileSync(new URL(name, folder), 'utf8'))).toEqual([]);
  });

  it.each([
    [
      'a word that is none',
      plain.replace('    slug:', '    slugs: x\n    slug:'),
      'line 8, column 5 /records/0/slugs: is not a word of a mapping',
    ],
    ['a word that is missing', plain.replace("    slug: '{id}'\n", ''), 'line 6, column 5 /records/0/slug: '],
    [
      'a file that is not there',
      plain.replace('    rows: rows', '    rows: others'),
      'line 7, column 5 /records/0/rows: names no file of this mapping; its files are rows',
    ],
    [
      'a passage of what is no source',
      `${plain}    cite: [{ field: /question, rows: own }]\n`,
      '/records/0/cite/0/rows: rows has no source to cite',
    ],
    [
      'an actor by no rule',
      plain.replace("'{text}'", '{ actor: states }'),
      '/records/0/content/question/actor: names no rule under "actors"',
    ],
    [
      'a step of cleaning that is none',
      plain.replace("'{text}'", "{ take: '{text}', clean: [{ pattern: '(a+)+' }] }"),
      '/records/0/content/question/clean/0',
    ],
    [
      'a word inside an expression',
      plain.replace("'{text}'", "{ take: '{text}', takes: 1 }"),
      '/records/0/content/question/takes: is not a word of a mapping',
    ],
    [
      'a list of choices where no row has one value',
      plain
        .replace("'{text}'", "[{ distinct: ['{text}', '{id}'] }]")
        .replace('    content:', '    let: { a: { distinct: [x, y] } }\n    content:'),
      '/records/0/let/a/distinct: can only be a field of a record',
    ],
    [
      'periods that overlap',
      plain.replace(
        'records:',
        `actors:
  states:
    rows: rows
    name: '{text}'
    unmatched: stop
    dated:
      date: { rows: rows, take: '{id}', date: { order: ymd } }
      names: { A: [{ to: 1950-01-01, name: B, why: x }, { from: 1950-01-01, name: C, why: x }] }
records:`,
      ),
      '/actors/states/dated/names/A/1: has days of the period 0 as well',
    ],
    ['YAML that is none', plain.replace('title: A list', 'title: "A list'), 'line 10'],
    ['what is no mapping', 'id,text\n1,x\n', 'line 1, column 1: is no mapping'],
    ['a word that stands twice', `${plain}title: Another\n`, 'line 10, column 1'],
  ])('tells %s by its place', (_, text, told) => {
    expect(issuesOf(text).join('\n')).toContain(told);
  });

  it.each([
    ['leaves the folder', '../rows.csv'],
    ['is absolute', '/etc/rows.csv'],
    ['is of another form', 'rows.exe'],
    ['is in a folder of its own', 'a/rows.csv'],
  ])('takes no file that %s', (_, file) => {
    expect(issuesOf(plain.replace('rows.csv', file))).toEqual([
      expect.stringMatching(/^line 4, column \d+ \/files\/rows\/path: must be/),
    ]);
  });

  it('takes no alias, of which a few lines could fill the memory', () => {
    const levels = Array.from(
      { length: 30 },
      (_, n) => `l${n + 1}: &l${n + 1} [${Array(10).fill(`*l${n}`).join(', ')}]`,
    );
    expect(issuesOf(`${plain}l0: &l0 [x, x]\n${levels.join('\n')}\n`)).toEqual([
      expect.stringContaining('anchors and aliases'),
    ]);
  });

  it('is bounded, and holds no character that cannot be kept', () => {
    expect(issuesOf(`${plain}# ${'x'.repeat(500_000)}`)).toEqual([expect.stringContaining('longer than 500,000')]);
    expect(issuesOf(plain.replace('A list', '"A\\0list"'))).toEqual([expect.stringContaining('NUL')]);
    expect(issuesOf(plain.replace('A list', '"A\\ud800list"'))).not.toEqual([]);
    expect(issuesOf(plain.replace("'{text}'", '['.repeat(20_000)))).not.toEqual([]);
  });

  it('refuses whatever stands where a word should', () => {
    const odd = fc.oneof(
      fc.constantFrom(
        '{ not: "" }',
        '[]',
        '[[a]]',
        'null',
        '.nan',
        '""',
        '{ __proto__: { admin: true } }',
        '!!binary aGk=',
        '1e308',
        '-0',
      ),
      fc.integer().map(String),
      fc
        .array(fc.constantFrom('[', '{', '"', ':', '- ', '&a', '*a', '\t', '%', '@'), { minLength: 1, maxLength: 12 })
        .map((parts) => parts.join('')),
    );
    const words = ['mapping: 1', 'path: rows.csv', 'kind: issue', 'rows: rows'];
    fc.assert(
      fc.property(fc.constantFrom(...words), odd, (word, value) => {
        const name = word.slice(0, word.indexOf(':') + 1);
        const text = plain.replace(word, `${name} ${value}`);
        // Nothing may pass but what is right, and nothing may fail but with a refusal.
        const issues = issuesOf(text);
        return issues.length > 0 || (name === 'mapping:' && value === '1');
      }),
      { numRuns: 500 },
    );
  });
});
