import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A server as its postmaster.pid tells of it. */
export interface RunningServer {
  pid: number;
  port: number;
  ready: boolean;
}

// postmaster.pid: process, data folder, start, port, socket folder, address, shared memory, status.
export function readPidFile(data: string): RunningServer | null {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return pid > 1 ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' } : null;
  } catch {
    return null;
  }
}

/**
 * The server that runs on a data folder; null where none does. The process number of a stale file may since have gone to
 * anybody, another checkout's server included, so the process must be at work in this very folder.
 */
export function runningServer(data: string): RunningServer | null {
  const written = readPidFile(data);
  return written && worksIn(written.pid, data) ? written : null;
}

/**
 * Removes a pid file whose number now belongs to a process that is not this folder's server: PostgreSQL would take that
 * process for a rival and refuse. Where the process is gone the file stays, because PostgreSQL itself then looks whether
 * something of the old server lives on.
 */
export function clearStalePidFile(data: string): void {
  const written = readPidFile(data);
  if (written && exists(written.pid) && !worksIn(written.pid, data))
    rmSync(path.join(data, 'postmaster.pid'), { force: true });
}

/** The process that holds a data folder and still runs; null where there is none. */
export function holderOf(file: string): number | null {
  try {
    const [pid = '', begun = ''] = readFileSync(file, 'utf8').split('\n');
    return Number(pid) > 0 && beginOf(Number(pid)) === begun ? Number(pid) : null;
  } catch {
    return null;
  }
}

/** Notes that this process holds a data folder. */
export function hold(file: string): void {
  writeFileSync(file, `${process.pid}\n${beginOf(process.pid) ?? ''}`);
}

function worksIn(pid: number, data: string): boolean {
  if (!exists(pid)) return false;
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
    } catch {
      return false;
    }
  }
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(data);
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

// A process number comes round again; together with its beginning it names one process.
function beginOf(pid: number): string | null {
  if (!exists(pid)) return null;
  if (process.platform !== 'linux')
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  try {
    // Behind the name, which may hold anything and ends at the last bracket: the 3rd field onwards; the 22nd is the start.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? null : (fields[18] ?? null);
  } catch {
    return null;
  }
}
