import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';
import { publish } from '@rapporteur/core/record/publish';
import { database } from '../database';
import { addApproved } from '../drafts';
import { addPerson } from '../people';

// The interface for programs, as programs in other languages meet it.

const { site } = inject('product');
const db = database();
const run = promisify(execFile);
const has = (program: string) => spawnSync(program, ['--version']).status === 0;

test.skipIf(!has('python3'))('a program with nothing but Python’s standard library walks it by its links', async () => {
  const script = fileURLToPath(new URL('walk.py', import.meta.url));
  const { stdout } = await run('python3', [script, site]);
  const found = JSON.parse(stdout) as { read: number; records: number; paths: number; faults: string[] };
  expect(found.faults).toEqual([]);
  expect(found.records).toBeGreaterThan(20);
  expect(found.read).toBeGreaterThan(found.records + 9);
});

test.skipIf(!has('curl'))('curl reads it compressed, by its tag, in the past, and is told what is wrong', async () => {
  const curl = async (...args: string[]) => {
    const { stdout } = await run('curl', ['-sS', '-w', '\n%{http_code} %{content_type} %header{etag}', ...args]);
    const [, body = '', status = '', type = '', tag = ''] = /^([^]*)\n(\d+) (.*?) ("[^"]*")?$/.exec(stdout) ?? [];
    return { body, status, type, tag };
  };
  const list = `${site}/api/v1/programmes?limit=1`;
  const whole = await curl('--compressed', list);
  expect([whole.status, (JSON.parse(whole.body) as { items: unknown[] }).items.length]).toEqual(['200', 1]);
  expect(await curl('--compressed', '-H', `If-None-Match: ${whole.tag}`, list)).toMatchObject({
    status: '304',
    body: '',
  });
  expect((await curl(`${list}&asOf=0001-01-02T00:00:00Z`)).body).toContain('"items":[]');
  const wrong = await curl(`${site}/api/v1/programmes?limit=1000000&draft=1`);
  expect([wrong.status, wrong.type]).toEqual(['400', 'application/problem+json']);
  expect(JSON.parse(wrong.body)).toMatchObject({
    status: 400,
    instance: '/api/v1/programmes',
    errors: [{ pointer: '/limit' }, { pointer: '/draft' }],
  });
  expect((await curl(`${site}/api/v1/statements/szijjarto-on-escalation`)).body).toContain('"tombstone":{');
});

test('who listens to the stream hears of a publication at once, as the feed of changes has it', async () => {
  const [author, publisher] = [await addPerson(db, 'editor'), await addPerson(db, 'publisher')];
  const { id, lockVersion } = await addApproved(db, author, publisher, {
    kind: 'event',
    slug: `heard-of-${process.pid}`,
    content: {
      title: 'A meeting that is heard of',
      type: 'meeting',
      date: '2023-11-29',
      place: null,
      summary: null,
      partOf: null,
      participants: [],
      choices: [],
    },
    rests: { '/date': 'Brussels, 29 November 2023.' },
  });
  const leaving = new AbortController();
  const stream = await fetch(`${site}/api/v1/changes/stream`, { signal: leaving.signal });
  expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  await publish(db, publisher, { id, expectedVersion: lockVersion });
  const published = performance.now();
  let told = '';
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  while (!told.includes(id)) told += (await reader?.read())?.value ?? '';
  expect(performance.now() - published).toBeLessThan(5000);
  leaving.abort();
  const [event = ''] = told.split('\n\n').filter((each) => each.includes(id));
  const [, sequence = ''] = /^id: (\d+)$/m.exec(event) ?? [];
  const [, data = ''] = /^data: (.*)$/m.exec(event) ?? [];
  const feed = await fetch(`${site}/api/v1/changes?after=${Number(sequence) - 1}&limit=1`);
  expect(((await feed.json()) as { items: unknown[] }).items).toEqual([JSON.parse(data)]);
});
