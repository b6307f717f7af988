import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { runParser, type Outcome } from './parser/process';
import { readDocument } from './read-document';
import { received } from './testing/received';
import { refusal } from './testing/refusal';

const mebibyte = 1024 * 1024;
/** The reading processes that this one has started and that are still there, where the system tells. */
async function children(): Promise<string[]> {
  if (process.platform !== 'linux') return [];
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(all.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')));
  return lines.filter(
    (line) => line.slice(line.lastIndexOf(')') + 2).split(' ')[1] === String(process.pid) && !line.includes('esbuild'),
  );
}

describe('reading a document', () => {
  it('gives its text and its map, out of a process that has ended', async () => {
    const document = await readDocument(received('First line.\r\n\r\nSecond 𝒳 line.\r\n', { mediaType: 'text/plain' }));
    expect(document).toMatchObject({
      format: 'text',
      encoding: 'utf-8',
      text: 'First line.\n\nSecond 𝒳 line.',
      warnings: [],
    });
    expect(document.map[0]).toEqual({ start: 0, end: 11, original: { start: 0, end: 11 }, page: null });
    expect(await children()).toEqual([]);
  });

  it('gives no map where none is wanted: it is more than the text, and costs whoever asks', async () => {
    const page = received(`<!doctype html><article>${'<p>One &amp; <b>another</b> word.</p>'.repeat(2000)}</article>`);
    const [whole, text] = [await readDocument(page), await readDocument(page, { map: false })];
    expect(whole.map.length).toBeGreaterThan(2000);
    expect(text).toEqual({ ...whole, map: [] });
  });

  it('passes on what the reader says of a file it cannot read', async () => {
    const { code, message } = await refusal(readDocument(received(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))));
    expect(code).toBe('invalid_input');
    expect(message).toMatch(/^This is a PNG image[.]/);
    expect((await refusal(readDocument(received('')))).message).toContain('empty');
  });

  it('does not begin with a file that is too large', async () => {
    const { code, message } = await refusal(
      readDocument(received(new Uint8Array(3 * mebibyte)), { input: 2 * mebibyte }),
    );
    expect(code).toBe('limit_exceeded');
    expect(message).toContain('has 3 MB; at most 2 MB');
  });

  it('is stopped when it takes too long, and leaves no process behind', async () => {
    const begun = performance.now();
    const { code, message } = await refusal(readDocument(received('text'), { time: 20 }));
    expect(code).toBe('limit_exceeded');
    expect(message).toContain('could not be read in 1 seconds');
    expect(performance.now() - begun).toBeLessThan(3_000);
    expect(await children()).toEqual([]);
  });

  it('is stopped when it needs too much memory', async () => {
    const page = `<!doctype html><html><body>${'<p>One <b>more</b> paragraph.</p>'.repeat(400_000)}`;
    const { code, message } = await refusal(readDocument(received(page), { memory: 200 * mebibyte }));
    expect(code).toBe('limit_exceeded');
    expect(message).toContain('more than 200 MB of memory');
    expect(await children()).toEqual([]);
  });

  it('is stopped when whoever asked does not want it any more', async () => {
    const reason = new Error('the editor went away');
    const stop = new AbortController();
    setTimeout(() => stop.abort(reason), 30);
    await expect(readDocument(received('text'), { signal: stop.signal })).rejects.toBe(reason);
    expect(await children()).toEqual([]);
  });

  it('never brings the readers into this process', async () => {
    const readers = () =>
      Object.keys(createRequire(import.meta.url).cache).filter((name) =>
        /node_modules\/(?:jsdom|@mozilla|mammoth|yauzl)\//.test(name),
      );
    await readDocument(received('<!doctype html><p>text'));
    expect(readers()).toEqual([]);
    // Seen where they are brought in.
    await import('./formats/html');
    expect(readers()).not.toEqual([]);
  });
});

describe('a bound on time', () => {
  // Nothing in it lets go until it is done.
  const page = `<!doctype html><html><body>${'<p>One <b>more</b> paragraph of the page.</p>'.repeat(6_000)}`;
  const bound = 100;

  /** How much longer than its bound a reader goes on, in milliseconds. */
  async function overrun(read: () => Promise<unknown>): Promise<number> {
    const begun = performance.now();
    await read().catch(() => undefined);
    return performance.now() - begun - bound;
  }

  it('is kept by a process that can be killed', async () => {
    expect(await overrun(() => readDocument(received(page), { time: bound }))).toBeLessThan(1_000);
  });

  it('is noticed where the reader runs in this process, whose clock stands still meanwhile', async () => {
    const { readHere } = await import('./parser/read');
    await readHere(received('<!doctype html><p>warm'));
    const late = () =>
      new Promise((resolve) => {
        setTimeout(resolve, bound);
        void readHere(received(page)).then(resolve);
      });
    expect(await overrun(late)).toBeGreaterThan(1_000);
  });
});

describe('the process that reads', () => {
  const bounds = { time: 20_000, memory: 512 * mebibyte, answer: mebibyte };
  const about = Buffer.from(
    `${JSON.stringify({ mediaType: 'text/plain', fileName: null, address: null, map: true })}\n`,
  );
  const kind = (outcome: Outcome) => ('beyond' in outcome ? outcome.beyond : Object.keys(outcome)[0]);

  it('may answer as much as it may, and no more', async () => {
    expect(kind(await runParser([about, Buffer.from('short')], bounds))).toBe('answer');
    expect(await runParser([about, Buffer.from('long '.repeat(mebibyte))], bounds)).toEqual({ beyond: 'answer' });
  });

  it('that fails is told from one that answers', async () => {
    const outcome = await runParser([Buffer.from('no line of JSON\n')], bounds);
    expect(kind(outcome)).toBe('crashed');
    expect(JSON.stringify(outcome)).toContain('JSON');
  });

  it.skipIf(process.platform !== 'linux')('knows nothing of the environment', async () => {
    process.env['INTAKE_TEST_SECRET'] = 'seen';
    try {
      const running = runParser([about, Buffer.from('text')], bounds);
      const [child = ''] = await children();
      const environment = await readFile(`/proc/${child.split(' ')[0]}/environ`, 'utf8');
      expect(environment).toContain('MALLOC_ARENA_MAX');
      expect(environment).not.toContain('INTAKE_TEST_SECRET');
      await running;
    } finally {
      delete process.env['INTAKE_TEST_SECRET'];
    }
  });
});
