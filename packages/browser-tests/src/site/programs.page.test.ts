import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type * as ClientModule from '../../../client/src/client';
import { buildClient } from '../../../client/bin/build.mjs';
import { database } from '../database';
import { unmoved } from '../heard';
import { stampsOf } from '../past';
import { recordPages, withdrawn } from './addresses';

// The client as it is published, and the service that matches names, at the built site.

const { site } = inject('product');
const db = database();
const folder = mkdtempSync(path.join(tmpdir(), 'client-'));
let client: typeof ClientModule;

beforeAll(async () => {
  await buildClient(folder);
  client = (await import(path.join(folder, 'client.js'))) as typeof ClientModule;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the client reads the site: now, in the past, page by page, and again by tag', async () => {
  const statuses: number[] = [];
  const counted: typeof fetch = async (...asked) => {
    const answer = await fetch(...asked);
    statuses.push(answer.status);
    return answer;
  };
  const record = client.rapporteur(site, { fetch: counted });
  await unmoved(db, async () => {
    const titles: unknown[] = [];
    for await (const { record: link } of client.each(record.record.list, { kind: 'actor', limit: 3 }))
      titles.push(link.title);
    expect(titles).toHaveLength((await record.status.get({})).counts.actor);
  });

  const slug = withdrawn.split('/').at(-1) ?? '';
  const ask = () => record.record.get({ kind: 'statement', slug });
  expect([(await ask())?.found, (await ask())?.found]).toEqual(['withdrawn', 'withdrawn']);
  expect(statuses.slice(-2)).toEqual([200, 304]);

  const { first, before } = await stampsOf(db);
  const iso = first.replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6Z');
  const then = record.asOf(iso);
  expect((await then.record.get({ kind: 'statement', slug }))?.found).toBe('live');
  expect(await record.asOf(`${before.slice(0, 4)}-01-01`).record.get({ kind: 'statement', slug })).toBeNull();
  const asked = statuses.length;
  await then.record.get({ kind: 'statement', slug });
  // What stood at an instant that is over never changes, but the rights to a text of it may: it is asked for by its tag.
  expect(statuses.slice(asked)).toEqual([304]);
  await expect(record.record.list({ kind: 'actor', limit: 0 })).rejects.toMatchObject({
    code: 'invalid_input',
    status: 400,
  });
  await expect(record.asOf('2999-01-01').status.get({})).rejects.toMatchObject({ name: 'RequestError' });
});

test('names are matched by a form as by an address, and what is matched leads to its page and its preview', async () => {
  const slug = recordPages.actor.split('/').at(-1) ?? '';
  const queries = JSON.stringify({ q0: { query: 'HUNGARY', type: 'state' }, q1: { query: 'Peter Szijarto' } });
  const posted = await fetch(`${site}/api/reconcile`, { method: 'POST', body: new URLSearchParams({ queries }) });
  const asked = await fetch(`${site}/api/reconcile?queries=${encodeURIComponent(queries)}`);
  const answer = (await posted.json()) as Record<string, { result: { id: string; name: string; match: boolean }[] }>;
  expect(answer).toEqual(await asked.json());
  expect(posted.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer['q0']?.result[0]).toMatchObject({ name: 'Hungary', match: true });
  expect(answer['q1']?.result[0]).toMatchObject({ match: false });
  const manifest = (await (await fetch(`${site}/api/reconcile`)).json()) as Record<'view' | 'preview', { url: string }>;
  const id = answer['q0']?.result[0]?.id ?? '';
  const view = await fetch(manifest.view.url.replace('{{id}}', id));
  expect([view.status, new URL(view.url).pathname]).toEqual([200, `/actors/${slug}`]);
  const preview = await fetch(manifest.preview.url.replace('{{id}}', id));
  expect(preview.headers.get('content-security-policy')).toContain('sandbox');
  expect(await preview.text()).toContain('Hungary');
});
