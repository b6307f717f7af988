import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What the document calls folders. */
const folders: Readonly<Record<string, string>> = {
  api: 'packages/api/src/admin',
  core: 'packages/core/src',
  intake: 'packages/intake/src',
  pages: 'packages/browser-tests/src',
  testing: 'packages/api/src/testing',
};

/** The files that the document names as the places where its cases are tried. */
function named(text: string): string[] {
  const rows = text.split('\n').filter((line) => /^\| [A-Z]\d\d/.test(line));
  const places = rows.flatMap((row) => [...(row.split('|')[2] ?? '').matchAll(/`([\w./-]+\/[\w./-]+)`/g)]);
  return [...new Set(places.map(([, place = '']) => place))];
}

function isThere(place: string): boolean {
  const [first = '', ...rest] = place.split('/');
  const folder = folders[first];
  const file = path.join(root, folder === undefined ? place : path.join(folder, ...rest));
  return ['.test.ts', '.test.tsx', '.page.test.ts', '.ts'].some((end) => existsSync(file + end));
}

test('each case of the document on security is tried where the document says', () => {
  const places = named(readFileSync(path.join(root, 'docs/security.md'), 'utf8'));
  expect(places.length).toBeGreaterThan(30);
  expect(places.filter((place) => !isThere(place))).toEqual([]);
  // A name that leads nowhere is seen.
  expect(named('| X01 a case | `core/record/nowhere.db` | none |').filter(isThere)).toEqual([]);
  expect(named('| X01 a case | `core/record/nowhere.db` | none |')).toEqual(['core/record/nowhere.db']);
});
