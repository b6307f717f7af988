import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { withConnection } from '../migrate';
import { scratchFolder } from '../testing/scratch-folder';
import { readPidFile } from './processes';
import { runningEmbedded, startEmbedded, type EmbeddedServer } from './server';

const folders: string[] = [];
const servers: EmbeddedServer[] = [];
const settings = { fsync: 'off' };

function dataFolder(mode = 0o711): string {
  const folder = scratchFolder('embedded');
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

async function start(dataDir: string): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir, settings });
  servers.push(server);
  return server;
}

const ask = (server: EmbeddedServer, sql: string) =>
  withConnection(server.connection, async (client) => (await client.query<{ answer: string }>(sql)).rows[0]?.answer);

async function until(done: () => boolean): Promise<void> {
  while (!done()) await sleep(20);
}

const gone = (pid: number) => {
  try {
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return true;
  }
};

afterEach(() => Promise.all(servers.splice(0).map(({ stop }) => stop())));
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe('the embedded server', () => {
  it('refuses a folder that cannot be made, and does not try for ever', async () => {
    const refusal = { code: 'unavailable', message: expect.stringContaining('RAPPORTEUR_DATA_DIR') };
    await expect(startEmbedded({ dataDir: '/proc/nope/data' })).rejects.toMatchObject(refusal);
    await expect(startEmbedded({ dataDir: '/dev/null/data' })).rejects.toMatchObject(refusal);
  });

  it('keeps its data over a stop, and its password from others', async () => {
    const dataDir = dataFolder();
    const first = await start(dataDir);
    await ask(first, 'CREATE TABLE kept AS SELECT 1 AS answer');
    expect(runningEmbedded(dataDir)).toEqual(first.connection);
    expect(await ask(first, `SELECT current_setting('server_encoding') AS answer`)).toBe('UTF8');
    await first.stop();
    expect(runningEmbedded(dataDir)).toBeNull();
    expect(statSync(path.join(dataDir, 'postgres.password')).mode & 0o077).toBe(0);
    const second = await start(dataDir);
    expect(await ask(second, 'SELECT answer FROM kept')).toBe(1);
    const stranger = { ...second.connection, password: 'wrong' };
    await expect(withConnection(stranger, async (client) => client.query('SELECT 1'))).rejects.toMatchObject({
      code: '28P01',
    });
  });

  it('recovers after a kill -9, past a pid file whose number is another process by now', async () => {
    const dataDir = dataFolder();
    const first = await start(dataDir);
    await ask(first, 'CREATE TABLE kept AS SELECT 1 AS answer');
    const data = path.join(dataDir, 'postgres');
    const pid = readPidFile(data)?.pid ?? 0;
    process.kill(pid, 'SIGKILL');
    await until(() => gone(pid));
    const pidFile = path.join(data, 'postmaster.pid');
    const bystander = spawn('sleep', ['60']);
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(bystander.pid)));
    const second = await start(dataDir);
    expect(await ask(second, 'SELECT answer FROM kept')).toBe(1);
    expect(bystander.exitCode).toBeNull();
    bystander.kill();
  });

  it('takes over from a server that outlived its program, and refuses one whose program lives', async () => {
    const dataDir = dataFolder();
    const orphan = await start(dataDir);
    await ask(orphan, 'CREATE TABLE kept AS SELECT 1 AS answer');
    await expect(startEmbedded({ dataDir })).rejects.toMatchObject({ code: 'unavailable' });
    const before = readPidFile(path.join(dataDir, 'postgres'))?.pid;
    writeFileSync(path.join(dataDir, 'postgres.holder'), '999999\n1');
    const next = await start(dataDir);
    expect(readPidFile(path.join(dataDir, 'postgres'))?.pid).not.toBe(before);
    expect(await ask(next, 'SELECT answer FROM kept')).toBe(1);
  });

  it('begins anew where the first start was cut off, and runs beside another', async () => {
    const dataDir = dataFolder();
    mkdirSync(path.join(dataDir, 'postgres.new', 'cluster'), { recursive: true });
    writeFileSync(path.join(dataDir, 'postgres.new', 'cluster', 'PG_VERSION'), '18');
    const [one, other] = [await start(dataDir), await start(dataFolder())];
    expect(one.connection.port).not.toBe(other.connection.port);
    expect(await Promise.all([ask(one, 'SELECT 1 AS answer'), ask(other, 'SELECT 2 AS answer')])).toEqual([1, 2]);
    expect(existsSync(path.join(dataDir, 'postgres.new'))).toBe(false);
  });

  it.runIf(process.getuid?.() === 0)('runs for a root whose folder nobody else may enter', async () => {
    const dataDir = dataFolder(0o700);
    const first = await start(dataDir);
    await ask(first, 'CREATE TABLE kept AS SELECT 1 AS answer');
    const data = await ask(first, `SELECT current_setting('data_directory') AS answer`);
    expect(data).toMatch(/^\/var\/lib\/rapporteur\/data-/);
    await first.stop();
    const second = await start(dataDir);
    expect(await ask(second, 'SELECT answer FROM kept')).toBe(1);
    await second.stop();
    rmSync(String(data), { recursive: true, force: true });
  });
});
