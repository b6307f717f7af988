import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** The resident memory of a process in bytes, or null where it is gone or cannot be seen. */
export async function residentMemory(pid: number): Promise<number | null> {
  try {
    if (process.platform === 'linux') {
      const kibibytes = /^VmRSS:\s+(\d+) kB/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
      return kibibytes === undefined ? null : Number(kibibytes) * 1024;
    }
    const kibibytes = Number.parseInt(await output('ps', ['-o', 'rss=', '-p', String(pid)]), 10);
    return Number.isNaN(kibibytes) ? null : kibibytes * 1024;
  } catch {
    return null;
  }
}

/** Looks at the memory of a process again and again, and says once when it is too much. */
export function watchMemory(pid: number, most: number, tooMuch: () => void, interval = 50): { stop: () => void } {
  let stopped = false;
  const look = async (): Promise<void> => {
    const resident = await residentMemory(pid);
    if (stopped) return;
    if (resident !== null && resident > most) {
      stopped = true;
      tooMuch();
    } else setTimeout(look, interval);
  };
  void look();
  return { stop: () => (stopped = true) };
}

function output(program: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.once('error', reject).once('close', () => resolve(printed));
  });
}
