import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { watchMemory } from './resident-memory';

/** What a process may not exceed. */
export interface ProcessBounds {
  /** Milliseconds. */
  time: number;
  /** Resident bytes of the whole process. */
  memory: number;
  /** Bytes of the answer. */
  answer: number;
}

/** How a process ended: with its answer, for having gone beyond a bound, or by itself without a word. */
export type Outcome = { answer: Buffer } | { beyond: 'time' | 'memory' | 'answer' } | { crashed: string };

/** How much later than its starter a process ends itself, in milliseconds. */
const grace = 5_000;
/** What Node.js itself and the buffers beside the heap take, in bytes. */
const besideHeap = 96 * 1024 * 1024;

/** Runs the reading process on an input and waits for how it ends. It is dead when this resolves or rejects. */
export async function runParser(input: Uint8Array[], bounds: ProcessBounds, signal?: AbortSignal): Promise<Outcome> {
  signal?.throwIfAborted();
  const child = startParser(bounds);
  let beyond: 'time' | 'memory' | 'answer' | null = null;
  const end = (reason: typeof beyond) => {
    beyond ??= reason;
    child.kill('SIGKILL');
  };
  const aborted = () => end(null);
  signal?.addEventListener('abort', aborted, { once: true });
  const late = setTimeout(() => end('time'), bounds.time);
  const watch = watchMemory(child.pid ?? 0, bounds.memory, () => end('memory'));
  try {
    const answer = collect(child.stdio[3], bounds.answer, () => end('answer'));
    const said = collect(child.stderr, Infinity, () => undefined, 20_000);
    // It may end before it has taken everything.
    child.stdin?.on('error', () => undefined);
    for (const part of input) child.stdin?.write(part);
    child.stdin?.end();
    const { code, killedBy } = await ended(child);
    signal?.throwIfAborted();
    if (beyond) return { beyond };
    const words = (await said).toString('utf8');
    if (code === 0) return { answer: await answer };
    // V8 ends the process by itself when its heap is full, and the system when there is no memory left at all.
    const full = killedBy === 'SIGKILL' || /heap out of memory|Array buffer allocation failed/.test(words);
    return full ? { beyond: 'memory' } : { crashed: words };
  } finally {
    clearTimeout(late);
    watch.stop();
    signal?.removeEventListener('abort', aborted);
    child.kill('SIGKILL');
  }
}

function startParser({ time, memory }: ProcessBounds): ChildProcess {
  const heap = Math.max(32, Math.floor((memory - besideHeap) / 1024 / 1024));
  return spawn(process.execPath, [`--max-old-space-size=${heap}`, ...program(), String(time + grace)], {
    // Nothing of the environment is its business: no secrets, no proxies, no options of Node.js.
    env: { MALLOC_ARENA_MAX: '2', ...(process.env['SystemRoot'] ? { SystemRoot: process.env['SystemRoot'] } : {}) },
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
  });
}

/**
 * The program that reads. `bin/compile.mjs` names every `url` and `dirname` by the source, but not this: compiled, this file is
 * part of one that lies beside the compiled program; otherwise the source runs through the TypeScript loader.
 */
function program(): string[] {
  const here = path.dirname(import.meta.filename);
  if (!import.meta.filename.endsWith('.ts')) return [path.join(here, 'parser.mjs')];
  const loader = createRequire(import.meta.filename).resolve('tsx');
  return ['--import', pathToFileURL(loader).href, path.join(here, 'main.ts')];
}

const ended = (child: ChildProcess): Promise<{ code: number | null; killedBy: NodeJS.Signals | null }> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, killedBy) => resolve({ code, killedBy }));
  });

/** All that a stream gives, or its last `keep` bytes; `tooMuch` is called once when it is more than `most`. */
function collect(stream: unknown, most: number, tooMuch: () => void, keep = Infinity): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve) => {
    const readable = stream as NodeJS.ReadableStream;
    const done = () => resolve(Buffer.concat(chunks));
    readable.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > most) {
        chunks.length = 0;
        tooMuch();
      } else {
        chunks.push(chunk);
        while (size > keep && chunks.length > 1) size -= chunks.shift()?.byteLength ?? 0;
      }
    });
    readable.on('close', done).on('error', done);
  });
}
