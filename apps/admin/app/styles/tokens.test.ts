import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const desk = new URL('./', import.meta.url);
const site = new URL('../../../../packages/ui/src/styles/', import.meta.url);

const sheets = (folder: URL) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));

/** What style sheets name and none of them gives a value: a rule with such a name is dropped without a word. */
function unset(all: readonly string[]): string[] {
  const text = all.join('\n');
  const given = new Set([...text.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
  return [...new Set([...text.matchAll(/var\((--[\w-]+)\)/g)].map(([, name = '']) => name))].filter(
    (name) => !given.has(name),
  );
}

// React Aria gives a popover the width of what opens it.
const given = ['--trigger-width'];

test('every value that a style names is set, on the site by its own styles alone', () => {
  expect(unset(sheets(site))).toEqual([]);
  expect(unset([...sheets(site), ...sheets(desk)]).filter((name) => !given.includes(name))).toEqual([]);
  expect(unset(['a { color: var(--never-set) }'])).toEqual(['--never-set']);
});
