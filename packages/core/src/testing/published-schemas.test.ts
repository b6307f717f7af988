import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { scratchFolder } from '@rapporteur/db/testing/scratch-folder';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishedSchemas, type CheckPublished } from './published-schemas';

const folder = scratchFolder('schemas');
let check: CheckPublished;

beforeAll(() => {
  const write = (name: string, schema: object) => {
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(folder, name), JSON.stringify(schema));
  };
  const old = { $schema: 'http://json-schema.org/draft-03/schema#', type: 'object' };
  const host = 'https://schemas.example.org';
  write('old/lake.json', {
    ...old,
    id: `${host}/lake.json#`,
    properties: {
      name: { type: 'string', required: true },
      depth: { type: ['integer', 'null'] },
      rivers: { type: 'array', items: { $ref: `${host}/river.json#` } },
      // Of another folder: not checked.
      owner: { $ref: `${host}/elsewhere.json#` },
    },
  });
  write('old/river.json', {
    ...old,
    id: `${host}/river.json#`,
    properties: { name: { type: 'string', required: true } },
  });
  write('new/list.json', {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    required: ['items'],
    properties: { items: { type: 'array', minItems: 1, items: { type: 'string', format: 'uri' } } },
  });
  check = publishedSchemas(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('takes what the schemas take, be they of draft 3 or 7', () => {
  const lake = { name: 'Long Lake', depth: null, rivers: [{ name: 'Reed' }], owner: 7, more: true };
  expect(check('old/lake', lake)).toEqual([]);
  expect(check('new/list', { items: ['https://example.org/'] })).toEqual([]);
});

it.each([
  ['a property of draft 3 that is missing', 'old/lake', { depth: 3 }, 'old/lake: / must have'],
  ['one that is missing inside', 'old/lake', { name: 'A', rivers: [{}] }, 'old/lake: /rivers/0 must have'],
  ['a type', 'old/lake', { name: 'A', depth: 'deep' }, 'old/lake: /depth must be'],
  ['an empty list', 'new/list', { items: [] }, 'new/list: /items must NOT have fewer'],
  ['a format', 'new/list', { items: ['no address'] }, 'new/list: /items/0 must match format'],
])('refuses %s', (_, name, value, told) => {
  expect(check(name, value)).toEqual([expect.stringContaining(told)]);
});

it('says where there is no such schema', () => {
  expect(() => check('new/none', {})).toThrow('no new/none.json');
});
