import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkImports } from './check-imports.mjs';

const homes = ['domain', 'db', 'core', 'extraction', 'intake', 'api', 'client', 'mcp', 'ui', 'cli', 'bench'].map(
  (name) => `packages/${name}`,
);
let tree: string;

function plant(file: string, text: string) {
  const full = path.join(tree, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
}

/** A checkout in small: every package holds one module, and may name every other, as pnpm links them. */
beforeEach(() => {
  tree = mkdtempSync(path.join(tmpdir(), 'import-law-'));
  for (const home of [...homes, 'apps/web', 'apps/admin']) {
    const name = path.basename(home);
    plant(
      `${home}/package.json`,
      JSON.stringify({ name: `@rapporteur/${name}`, type: 'module', exports: { './*': './src/*.ts' } }),
    );
    plant(`${home}/src/part.ts`, 'export const part = 1;\n');
    const links = path.join(tree, home, 'node_modules/@rapporteur');
    mkdirSync(links, { recursive: true });
    for (const other of homes) symlinkSync(path.join(tree, other), path.join(links, path.basename(other)));
  }
  plant('packages/api/src/public/part.ts', 'export const part = 1;\n');
  plant('packages/api/src/admin/part.ts', 'export const part = 1;\n');
});

afterEach(() => rmSync(tree, { recursive: true, force: true }));

const importing = (...specifiers: string[]) =>
  specifiers.map((name, at) => `export { part as part${at} } from '${name}';\n`).join('');
const rules = async () => (await checkImports(tree)).violations.map((line) => line.slice(0, line.indexOf(':')));

it('lets every package see what is below it', async () => {
  plant('packages/db/src/use.ts', importing('@rapporteur/domain/part'));
  plant('packages/core/src/use.ts', importing('@rapporteur/domain/part', '@rapporteur/db/part'));
  plant('packages/api/src/use.ts', importing('@rapporteur/core/part', '@rapporteur/db/part'));
  plant('packages/ui/src/use.ts', importing('@rapporteur/domain/part'));
  plant(
    'packages/cli/src/use.ts',
    importing('@rapporteur/api/admin/part', '@rapporteur/core/part', '@rapporteur/db/part'),
  );
  plant('apps/web/use.ts', importing('@rapporteur/api/public/part', '@rapporteur/ui/part', '@rapporteur/domain/part'));
  plant('apps/admin/use.ts', importing('@rapporteur/api/admin/part', '@rapporteur/ui/part'));
  const { modules, violations } = await checkImports(tree);
  expect(violations).toEqual([]);
  expect(modules).toBeGreaterThanOrEqual(20);
});

it.each([
  ['domain-is-pure', 'packages/domain', '@rapporteur/db/part'],
  ['domain-runs-in-a-browser', 'packages/domain', 'node:fs'],
  ['db-sees-domain', 'packages/db', '@rapporteur/core/part'],
  ['core-sees-db', 'packages/core', '@rapporteur/api/part'],
  ['core-sees-db', 'packages/core', '@rapporteur/ui/part'],
  ['api-sees-core', 'packages/api', '@rapporteur/ui/part'],
  ['leaves-see-domain', 'packages/extraction', '@rapporteur/core/part'],
  ['intake-sees-domain', 'packages/intake', '@rapporteur/db/part'],
  ['leaves-see-domain', 'packages/ui', '@rapporteur/api/public/part'],
  ['web-reads-only', 'apps/web', '@rapporteur/api/admin/part'],
  ['web-reads-only', 'apps/web', '@rapporteur/core/part'],
  ['web-reads-only', 'apps/web', '@rapporteur/db/part'],
  ['mcp-reads-only', 'packages/mcp', '@rapporteur/api/admin/part'],
  ['mcp-reads-only', 'packages/mcp', '@rapporteur/db/part'],
  ['client-carries-no-server', 'packages/client', '@rapporteur/api/public/part'],
  ['client-carries-no-server', 'packages/client', 'node:fs'],
  ['client-sees-the-public-router', 'packages/client', '@rapporteur/api/admin/part'],
  ['admin-by-the-api', 'apps/admin', '@rapporteur/core/part'],
  ['nobody-sees-apps', 'packages/cli', '../../../apps/web/src/part'],
  ['nobody-sees-apps', 'packages/api', '@rapporteur/cli/part'],
  ['resolvable', 'packages/core', '@rapporteur/db/no-such-module'],
])('%s bites when %s imports %s', async (rule, home, specifier) => {
  plant(`${home}/src/planted.ts`, importing(specifier));
  expect(await rules()).toContain(rule);
});

it('sees an import of a type', async () => {
  plant('apps/web/src/planted.ts', "export type { part } from '@rapporteur/db/part';\n");
  expect(await rules()).toContain('web-reads-only');
});

it('lets the client take types of the public router, and of nothing else', async () => {
  plant('packages/client/src/calls.ts', "export type { part } from '@rapporteur/api/public/part';\n");
  expect(await rules()).toEqual([]);
  plant('packages/client/src/planted.ts', "export type { part } from '@rapporteur/db/part';\n");
  expect(await rules()).toEqual(['client-sees-the-public-router']);
});

it('sees a knot of two modules', async () => {
  plant('packages/core/src/one.ts', importing('./two'));
  plant('packages/core/src/two.ts', importing('./one'));
  expect(await rules()).toContain('no-circles');
});

it('does not take a package it could not read for a good one', async () => {
  rmSync(path.join(tree, 'packages/domain/src'), { recursive: true });
  expect(await rules()).toContain('every-package-is-read');
});
