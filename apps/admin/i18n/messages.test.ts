import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { locale, messages } from './messages';
import { usedKeys, type Use } from './used-keys';

const root = join(import.meta.dirname, '..');
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
  .map(({ name }) => name);
const files = folders
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => /(?<!\.test)\.tsx?$/.test(file));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

interface AnyTranslator {
  raw: (key: string) => unknown;
  rich: (key: string, values: Record<string, unknown>) => unknown;
}

function fail(error: Error): never {
  throw error;
}

/** The keys of an area as calls write them: "state.draft". */
function keysOf(tree: object, before = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${before}${key}`] : keysOf(value as object, `${before}${key}.`),
  );
}
const present = Object.entries(messages).flatMap(([area, tree]) => keysOf(tree).map((key) => `${area}.${key}`));

const uses: Use[] = files.flatMap((file) => usedKeys(file, read(file)));

describe('the text of the desk', () => {
  it('has a message for every key that is used', () => {
    const missing = uses.filter(({ pattern }) => !present.some((key) => pattern.test(key)));
    expect(missing.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
  });

  it('uses every message it has', () => {
    expect(present.filter((key) => !uses.some(({ pattern }) => pattern.test(key)))).toEqual([]);
  });

  it('has only messages that can be formatted', () => {
    // The keys are walked, so none of them is known to the compiler.
    const t = createTranslator({ locale, messages, onError: fail }) as unknown as AnyTranslator;
    for (const key of present) {
      const message = String(t.raw(key));
      const values: Record<string, unknown> = {};
      for (const [, name = ''] of message.matchAll(/\{(\w+)/g)) values[name] = 1;
      for (const [, tag = ''] of message.matchAll(/<(\w+)>/g)) values[tag] = (words: unknown) => words;
      expect(t.rich(key, values), key).toBeTruthy();
    }
  });

  it('is handed to browsers by area: no client component reads all of it', () => {
    const clients = files.filter((file) => read(file).startsWith("'use client'"));
    expect(clients.filter((file) => /from '[./]+i18n\/text'|from '\.\/text'/.test(read(file)))).toEqual([]);
  });
});

describe('finding the keys that are used', () => {
  it('reads literals, choices and patterns, under the area of the translator in scope', () => {
    const source = `
      const t = text('queue');
      function A() { const t = useTranslations('shell'); return t('skip') + t(open ? 'a.b' : 'c'); }
      async function B(row) { return t.rich(\`state.\${row.state}\`, {}); }
      function C(t: Text<'review'>) { return t('title'); }`;
    expect(usedKeys('x.tsx', source).map(({ text }) => text)).toEqual([
      'shell.skip',
      'shell.a.b',
      'shell.c',
      'queue.state.*',
      'review.title',
    ]);
  });

  it('refuses a key that only a run can tell', () => {
    expect(() => usedKeys('x.tsx', `const t = text('queue'); t(name);`)).toThrow(/x\.tsx.*t\(name\)/);
  });
});
