import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { childEnvironment } from './env';

/** A server in a process of its own, as it is when it serves readers. */
export interface RunningServer {
  port: number;
  stop: () => Promise<void>;
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** Starts a Node.js program and waits until its address answers. What it says on stderr is passed on. */
export async function startServer(
  port: number,
  parameters: readonly string[],
  { cwd, path, variables }: { cwd: string; path: string; variables: Record<string, string> },
): Promise<RunningServer> {
  const child = spawn(process.execPath, parameters, {
    cwd,
    env: childEnvironment(variables),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  // A measurement that is broken off leaves no server behind.
  process.once('exit', () => child.kill('SIGKILL'));
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null)
      throw new Error(`the server ended with code ${child.exitCode}: ${parameters.join(' ')}`);
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(5000) }).catch(
      () => null,
    );
    await answer?.arrayBuffer();
    if (answer?.ok === true) return { port, stop: () => stop(child) };
    await delay(100);
  }
  await stop(child);
  throw new Error(`no answer at port ${port} in a minute`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
