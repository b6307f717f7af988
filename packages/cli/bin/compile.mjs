// Makes the programs of the product plain JavaScript: loaded through a TypeScript loader they take twice
// the time and a third more memory to start. Packages from the lockfile stay where they are installed, and are named by
// their place; so is every `import.meta` of ours, since a program finds its files beside its sources.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { compiled, root } from './bootstrap.mjs';

/** The sources of the programs, by the names under which they are compiled. */
const programs = {
  main: 'packages/cli/src/main.ts',
  extract: 'packages/cli/src/extract/main.ts',
  start: 'packages/cli/src/start/start.ts',
  worker: 'packages/cli/src/worker/main.ts',
  extractor: 'packages/cli/src/worker/intake/extractor.ts',
  // Started by whoever reads a document, as a process of its own; it finds this name beside itself.
  parser: 'packages/intake/src/parser/main.ts',
  web: 'apps/web/server.ts',
  admin: 'apps/admin/server.ts',
};

const installed = {
  name: 'installed',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^[^./]/ }, async ({ path: name, kind, resolveDir, pluginData }) => {
      if (kind === 'entry-point' || pluginData === installed || name.startsWith('@rapporteur/')) return undefined;
      if (isBuiltin(name)) return { path: name, external: true };
      const found = await resolve(name, { kind, resolveDir, pluginData: installed });
      return found.errors.length > 0 ? found : { path: pathToFileURL(found.path).href, external: true };
    });
  },
};

const inPlace = {
  name: 'in-place',
  setup({ onLoad }) {
    onLoad({ filter: /[.]tsx?$/ }, ({ path: file }) => ({
      loader: file.endsWith('x') ? 'tsx' : 'ts',
      contents: readFileSync(file, 'utf8')
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href))
        .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file))),
    }));
  },
};

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: programs,
  outdir: path.dirname(compiled('main')),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  // What a program imports later is loaded later, with the packages that only that needs.
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  // What Node.js itself would find, not what bundlers are offered.
  conditions: [],
  mainFields: ['main'],
  plugins: [installed, inPlace],
  write: false,
  logLevel: 'warning',
});
const folder = path.dirname(compiled('main'));
mkdirSync(folder, { recursive: true });
for (const { path: file, contents } of outputFiles) {
  // Whole or not at all: another start may be reading it.
  writeFileSync(`${file}.${process.pid}`, contents);
  renameSync(`${file}.${process.pid}`, file);
}
const made = new Set(outputFiles.map(({ path: file }) => path.basename(file)));
for (const name of readdirSync(folder)) if (!made.has(name)) rmSync(path.join(folder, name));
