// What has to be there before any TypeScript can run: dependencies from the lockfile and the generated client.
// Plain JavaScript without dependencies, because it runs before there are any.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
const oldestNode = [20, 19];

/** Where a compiled program is. */
export const compiled = (name) => path.join(root, 'node_modules/.rapporteur', `${name}.mjs`);

/** Installs and generates what is missing or out of date; ends the process with one clear line where it cannot. */
export function bootstrap() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    stop(`Rapporteur needs Node ${oldestNode.join('.')} or newer; this is ${process.versions.node}.`);
  }
  step(
    'install',
    'Installing the dependencies of the lockfile',
    ['pnpm-lock.yaml', 'pnpm-workspace.yaml'],
    'node_modules/.pnpm',
    () => {
      const { devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
      run('npx', ['--yes', `pnpm@${devDependencies.pnpm}`, 'install', '--frozen-lockfile']);
    },
  );
  step(
    'generate',
    'Generating the database client',
    ['prisma/schema', 'prisma.config.ts'],
    'packages/db/src/generated',
    () =>
      run(process.execPath, [path.join(root, 'node_modules/prisma/build/index.js'), 'generate'], {
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      }),
  );
}

/** Compiles the programs when their sources have changed, or the checkout has moved. */
export function compile() {
  step(
    'programs',
    'Compiling the programs',
    ['packages', 'apps/web', 'apps/admin', 'prisma/schema', 'pnpm-lock.yaml'],
    path.relative(root, compiled('main')),
    () => run(process.execPath, [path.join(root, 'packages/cli/bin/compile.mjs')]),
    root,
  );
}

/** Runs a step unless its inputs are the ones it ran on last. In one checkout only one runs at a time. */
export function step(name, title, inputs, output, work, place = '') {
  const stamp = path.join(root, 'node_modules', `.rapporteur-${name}`);
  const hash = hashOf(inputs, place);
  const done = () => existsSync(path.join(root, output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  if (done()) return;
  if (waitForOthers() && done()) return;
  console.error(`${title} …`);
  const begin = Date.now();
  // Cut off half-way it has to be done again, even if the inputs become the earlier ones again.
  rmSync(stamp, { force: true });
  work();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  console.error(`${title}: done in ${((Date.now() - begin) / 1000).toFixed(0)} s`);
}

/** How long another step may take, in seconds. */
const patience = 1200;

// The lock is on the folder of the checkout and belongs to the programs of a step, not to the start that ran them: after a
// kill -9 they go on, and pnpm or Next.js beside them would fail or spoil what they write. The system ends it with the last
// of them. Where there is no `flock` or the folder cannot be locked, one goes on without.
const lock = (...args) => spawnSync('flock', args, { stdio: 'ignore' }).status;
const lockable = () => [0, 1].includes(lock('--nonblock', root, 'true'));

/** Waits until no other step runs in this checkout. Answers whether it had to. */
function waitForOthers() {
  if (lock('--nonblock', root, 'true') !== 1) return false;
  console.error('Waiting for what another start of this checkout still installs or builds …');
  if (lock('--timeout', String(patience), root, 'true') === 0) return true;
  return stop(
    `It has not ended in ${patience / 60} minutes. Look for it with "fuser -v ${root}", end it and start again.`,
  );
}

/** Runs a program of a step; its output is shown only where it fails. */
export function run(program, args, env = {}) {
  const [locked, under] = lockable() ? ['flock', [root, program, ...args]] : [program, args];
  const { status, error, stdout, stderr } = spawnSync(locked, under, {
    cwd: root,
    env: { ...process.env, ...env, CI: process.env.CI ?? 'true' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return;
  console.error(stdout?.slice(-6000) ?? '');
  console.error(stderr?.slice(-6000) ?? '');
  stop(
    `${path.basename(program)} ${args.slice(0, 3).join(' ')} failed${error ? `: ${error.message}` : ''}; what it printed is above.`,
  );
}

export function stop(message) {
  console.error(message);
  process.exit(1);
}

function hashOf(inputs, place) {
  const hash = createHash('sha256').update(process.versions.modules).update(place);
  for (const input of inputs) for (const file of filesOf(input)) hash.update(file).update(contentOf(file));
  return hash.digest('hex');
}

// Several steps look at the same sources.
const contents = new Map();
function contentOf(file) {
  const known = contents.get(file);
  if (known) return known;
  const content = createHash('sha256')
    .update(readFileSync(path.join(root, file)))
    .digest();
  contents.set(file, content);
  return content;
}

function filesOf(name) {
  const full = path.join(root, name);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [name];
  return readdirSync(full)
    .filter(
      (entry) =>
        !['node_modules', '.next', '.turbo', 'generated', 'next-env.d.ts'].includes(entry) &&
        !/[.](?:tsbuildinfo|test[.]tsx?)$/.test(entry),
    )
    .toSorted()
    .flatMap((entry) => filesOf(path.join(name, entry)));
}
