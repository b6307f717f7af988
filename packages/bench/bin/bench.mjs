#!/usr/bin/env node
// `pnpm bench NAME`: builds what is missing, measures, and prints JSON lines; everything else it says goes to stderr.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a measurement needs: the built apps, the site alone, or no more than the packages. Building an app takes minutes. */
const benches = {
  page: 'web',
  asof: 'web',
  publish: 'web',
  schedule: 'packages',
  start: 'apps',
  desk: 'apps',
  enumeration: 'packages',
  flood: 'apps',
  extraction: 'packages',
  'extraction-speed': 'packages',
  export: 'packages',
  import: 'packages',
  intake: 'packages',
  search: 'packages',
  reconcile: 'packages',
  webhooks: 'packages',
  board: 'web',
  api: 'web',
  lighthouse: 'apps',
};
const [name = '', ...parameters] = process.argv.slice(2);
if (!Object.hasOwn(benches, name)) {
  process.stderr.write(`Usage: pnpm bench ${Object.keys(benches).join(' | ')}\n`);
  process.exit(1);
}
const prepare = fileURLToPath(new URL('../../cli/bin/prepare.mjs', import.meta.url));
const prepared = spawnSync(process.execPath, [prepare, benches[name]], { stdio: ['ignore', 2, 2] });
if (prepared.status !== 0) process.exit(1);
const { register } = await import('tsx/esm/api');
register();
const { endAll } = await import('../src/endings.ts');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => void endAll().finally(() => process.exit(1)));
}
let code = 0;
try {
  // `desk.ts` holds the people of the desk, whom other measurements need too.
  const { run } = await import(`../src/${name === 'desk' ? 'desk-screens' : name}.ts`);
  await run(parameters);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  code = 1;
}
await endAll();
process.exit(code);
