import { existsSync, rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { holderOf, runningServer } from '../embedded/processes';
import { startEmbedded } from '../embedded/server';
import { removeAbandoned, scratchFolder } from './scratch-folder';

const folders = ['held', 'left', 'new'].map((purpose) => scratchFolder(purpose)) as [string, string, string];
const [held, left, fresh] = folders;
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

it('removes what a killed run left, its server too, and nothing that is in use or has just been made', async () => {
  const settings = { fsync: 'off' };
  const server = await startEmbedded({ dataDir: held, settings });
  const orphan = await startEmbedded({ dataDir: left, settings });
  // As after kill -9 of the program: nobody holds the folder, and the server goes on.
  rmSync(path.join(left, 'postgres.holder'));
  expect(holderOf(path.join(held, 'postgres.holder'))).toBe(process.pid);

  await removeAbandoned();
  expect(folders.filter((folder) => existsSync(folder))).toEqual(folders);

  const longAgo = new Date(Date.now() - 4_000_000);
  for (const folder of [held, left]) utimesSync(folder, longAgo, longAgo);
  await removeAbandoned();
  await orphan.ended;
  expect(folders.filter((folder) => existsSync(folder))).toEqual([held, fresh]);
  expect(runningServer(path.join(held, 'postgres'))).not.toBeNull();
  await server.stop();
});
