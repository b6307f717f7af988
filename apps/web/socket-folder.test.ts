import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { socketPath } from './socket-folder';

const folder = mkdtempSync(join(tmpdir(), 'socket-folder-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Makes a socket that nobody listens on any more. */
function die(socket: string): void {
  const listenAndDie = `require('node:net').createServer().listen(${JSON.stringify(socket)}, () => process.kill(process.pid, 'SIGKILL'))`;
  spawnSync(process.execPath, ['-e', listenAndDie]);
}

it('removes what was left without misleading the modules that are loaded next', async () => {
  die(await socketPath(folder));
  const real = join(folder, 'real');
  mkdirSync(real);
  const modules = ['first', 'second'].map((name) => `${name}.cjs`);
  for (const name of modules) writeFileSync(join(real, name), '');
  symlinkSync(real, join(folder, 'link'));
  const require = createRequire(import.meta.url);
  expect(require.resolve(join(folder, 'link', 'first.cjs'))).toBe(join(real, 'first.cjs'));
  await socketPath(folder);
  expect(require.resolve(join(folder, 'link', 'second.cjs'))).toBe(join(real, 'second.cjs'));
});

it('is our own, and takes the place of those that killed processes left, not of those in use', async () => {
  const dead = await socketPath(folder);
  die(dead);
  expect(existsSync(dead)).toBe(true);
  const alive = await socketPath(folder);
  expect(existsSync(dirname(dead))).toBe(false);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(alive, resolve));
  const next = await socketPath(folder);
  expect(existsSync(alive)).toBe(true);
  expect(statSync(dirname(next)).mode & 0o077).toBe(0);
  await new Promise((resolve) => server.close(resolve));
});
