import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { importBundle } from '@rapporteur/core/bundle/import';
import {
  bundleOf,
  sampleIssue,
  samplePeople,
  sampleSource,
  sampleState,
  sampleStatement,
} from '@rapporteur/core/bundle/sample';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { transform } from 'esbuild';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildClient } from '../bin/build.mjs';
import { serveRecord } from './testing/record-server';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
/** Each example of the README, and what it says that it prints. */
const examples = [...readme.matchAll(/^## (.+)\n[^#]*?```ts\n([^]*?)```\n\n```text\n([^]*?)```/gm)].map(
  ([, title = '', code = '', printed = '']) => ({ title, code, printed }),
);

let database: TestDatabase;
let record: Awaited<ReturnType<typeof serveRecord>>;
let inside: string[];
/** A folder in which the built package is installed, and nothing else. */
const elsewhere = mkdtempSync(path.join(tmpdir(), 'rapporteur-client-'));
const installed = path.join(elsewhere, 'node_modules/@rapporteur/client');

const named = (slug: string, text: string) => {
  const state = sampleState(slug);
  return { ...state, content: { ...state.content, names: [{ text, language: 'en', use: 'preferred' }] } };
};

beforeAll(async () => {
  inside = await buildClient(path.join(installed, 'dist'));
  const description = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as object;
  writeFileSync(path.join(installed, 'package.json'), JSON.stringify({ ...description, devDependencies: {} }));
  database = await testDatabase();
  record = await serveRecord(database);
  const lines = [sampleState(), named('first-republic', 'First Republic'), named('third-republic', 'Third Republic')];
  await importBundle(
    database.owner,
    bundleOf(sampleSource, ...lines, sampleIssue, sampleStatement('calm-meeting')),
    await samplePeople(database.owner),
  );
});
afterAll(async () => {
  rmSync(elsewhere, { recursive: true, force: true });
  await record?.close();
  await database?.close();
});

describe('the package as it is published', () => {
  it('holds its own modules and nothing else, in few bytes', () => {
    expect(inside.toSorted()).toEqual([
      'src/answer-cache.ts',
      'src/client.ts',
      'src/each.ts',
      'src/follow.ts',
      'src/patience.ts',
      'src/request-error.ts',
    ]);
    const bundle = readFileSync(path.join(installed, 'dist/client.js'));
    expect(bundle.toString()).not.toMatch(/\bimport\b|\brequire\(|node:/);
    expect(gzipSync(bundle).length).toBeLessThan(4096);
  });

  it.each([
    ['bundlers', ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
    ['Node.js', ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
  ])(
    'has types that need nothing beside them, and fit the examples, as %s find them',
    (_, module, moduleResolution) => {
      const files = examples.map(({ code }, at) => {
        const file = path.join(elsewhere, `example-${at}.mts`);
        writeFileSync(file, code);
        return file;
      });
      const program = ts.createProgram(files, {
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        noEmit: true,
        target: ts.ScriptTarget.ES2022,
        module,
        moduleResolution,
        lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
        types: [],
      });
      const faults = ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText);
      expect(faults).toEqual([]);
      const types = readFileSync(path.join(installed, 'dist/calls.d.ts'), 'utf8');
      expect(types).not.toMatch(/\bany\b|import\(|\.\.\./);
      expect(types).toMatch(/kind: "statement";/);
    },
  );
});

describe('the examples of the README', () => {
  it('are six', () => expect(examples.map(({ title }) => title)).toHaveLength(6));

  it.each(examples)('print what they say: $title', async ({ code, printed }) => {
    const { code: plain } = await transform(code.replaceAll('https://record.example.org', record.origin), {
      loader: 'ts',
    });
    const file = path.join(elsewhere, 'example.mjs');
    writeFileSync(file, plain);
    const { stdout } = await promisify(execFile)(process.execPath, [file], { cwd: elsewhere, timeout: 30_000 });
    expect(stdout).toBe(printed);
  });
});
