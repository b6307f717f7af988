import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { endLater } from './endings';
import { childEnvironment } from './env';

/** A server in a process of its own, as it is when it serves readers. */
export interface RunningServer {
  port: number;
  pid: number;
  stop: () => Promise<void>;
}

/** A program that runs, and the end of what it has said. */
export interface Program {
  process: ChildProcess;
  said: () => string;
  stop: () => Promise<void>;
}

/** How long a server may take to be ready, in milliseconds: others may be at work on the machine. */
const patience = 180_000;

/** Starts a Node.js program. It is ended with the measurement at the latest. */
export function startProgram(
  parameters: readonly string[],
  { cwd, variables }: { cwd: string; variables: Record<string, string> },
): Program {
  const child = spawn(process.execPath, parameters, {
    cwd,
    env: childEnvironment(variables),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => (said = (said + text).slice(-8000)));
  }
  return { process: child, said: () => said, stop: endLater(() => stop(child)) };
}

/** Starts a Node.js server and waits until its address answers. */
export async function startServer(
  port: number,
  parameters: readonly string[],
  { path, ...how }: { cwd: string; path: string; variables: Record<string, string> },
): Promise<RunningServer> {
  const program = startProgram(parameters, how);
  const { process: child } = program;
  for (const deadline = Date.now() + patience; Date.now() < deadline; await delay(50)) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`${parameters.join(' ')} ended with code ${child.exitCode}; it said:\n${program.said()}`);
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(30_000) }).catch(
      () => null,
    );
    await answer?.arrayBuffer();
    if (answer?.ok === true) return { port, pid: child.pid ?? 0, stop: program.stop };
  }
  await program.stop();
  throw new Error(`${parameters.join(' ')} was not ready in ${patience / 1000} s; it said:\n${program.said()}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 30_000);
  await ended;
  clearTimeout(late);
}
