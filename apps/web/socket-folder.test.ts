import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { socketPath } from './socket-folder';

const folder = mkdtempSync(join(tmpdir(), 'socket-folder-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('is our own, and takes the place of those that killed processes left, not of those in use', async () => {
  const dead = await socketPath(folder);
  const listenAndDie = `require('node:net').createServer().listen(${JSON.stringify(dead)}, () => process.kill(process.pid, 'SIGKILL'))`;
  spawnSync(process.execPath, ['-e', listenAndDie]);
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
