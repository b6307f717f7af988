import { discard } from '@rapporteur/core/record/discard';
import type { CommandResult } from '@rapporteur/core/record/result';
import { newId } from '@rapporteur/domain/ids';
import { expect, inject, test } from 'vitest';
import { database } from '../database';
import { addDraft } from '../drafts';
import { unmoved } from '../heard';
import { addPerson, type Person } from '../people';

// Case A11 of the security catalogue: whether the public site lets it be told that there is a record which is not public.

const { site } = inject('product');
const db = database();

interface Named {
  id: string;
  slug: string;
}

let count = 0;
/** A slug of this run. All are of one length, so that lengths tell nothing apart. */
const slug = () => `unknown-${String(process.pid).padStart(8, '0')}-${String((count += 1)).padStart(3, '0')}`;

const draft = (author: Person): Promise<CommandResult> =>
  addDraft(db, author, {
    kind: 'event',
    slug: slug(),
    content: {
      title: 'CNRY-DRAFT-existence',
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

const call = (name: string, input: unknown) => `/api/trpc/${name}?input=${encodeURIComponent(JSON.stringify(input))}`;

/** Every way of asking for one record. */
const routes: Record<string, (record: Named) => string> = {
  page: (record) => `/events/${record.slug}`,
  history: (record) => `/events/${record.slug}/history`,
  difference: (record) => `/events/${record.slug}/diff?from=1&to=2`,
  'page of the past': (record) => `/at/20231130120000/events/${record.slug}`,
  permalink: (record) => `/r/${record.id}@1`,
  citation: (record) => `/r/${record.id}@1/citation.bib`,
  'gate in time': (record) => `/timegate/events/${record.slug}`,
  'map in time': (record) => `/timemap/events/${record.slug}`,
  'moments by slug': (record) =>
    call('publication.moments', { of: { kind: 'event', slug: record.slug, language: null } }),
  'feed by slug': (record) => call('feed.about', { kind: 'event', slug: record.slug }),
  'get by slug': (record) => call('record.get', { kind: 'event', slug: record.slug }),
  'get by id': (record) => call('record.get', { id: record.id }),
  'history by id': (record) => call('record.history', { id: record.id }),
  'permalink by id': (record) => call('record.permalink', { id: record.id, revision: 1 }),
  'interface by slug': (record) => `/api/v1/events/${record.slug}`,
  'interface by id': (record) => `/api/v1/events/${record.id}`,
  'interface, history': (record) => `/api/v1/events/${record.slug}/history`,
  'interface, mentions': (record) => `/api/v1/events/${record.id}/mentions`,
  'interface, revision': (record) => `/api/v1/revisions/${record.id}/1`,
  'difference by id': (record) => call('record.diff', { id: record.id, from: 1, to: 2 }),
};

/** What an answer says, with the names that were asked for taken out. */
async function answer(path: string, record: Named): Promise<string> {
  const response = await fetch(site + path, { redirect: 'manual' });
  // How many requests are left says nothing of what was asked for.
  const varying = ['date', 'etag', 'ratelimit'];
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !varying.includes(name)));
  const whole = JSON.stringify([response.status, headers, await response.text()]);
  return whole.replaceAll(record.slug, 'SLUG').replaceAll(record.id, 'ID');
}

/** The routes on which a record can be told from one that never was. */
async function tellsApart(record: Named): Promise<string[]> {
  const never = { id: newId('event'), slug: slug() };
  const found: string[] = [];
  for (const [name, path] of Object.entries(routes)) {
    if ((await answer(path(record), record)) !== (await answer(path(never), never))) found.push(name);
  }
  return found;
}

test('a draft, and a record that was given up, cannot be told from one that never was', async () => {
  const author = await addPerson(db, 'editor');
  const [open, gone] = [await draft(author), await draft(author)];
  await discard(db, author, { id: gone.id, expectedVersion: gone.lockVersion });
  for (const record of [open, gone]) expect(await unmoved(db, () => tellsApart(record))).toEqual([]);
});

test('one that is public would be noticed, on every route', async () => {
  const live = await db.entry.findFirstOrThrow({ where: { kind: 'event', state: 'live' } });
  const except = ['page of the past', 'difference', 'difference by id'];
  expect((await tellsApart(live)).toSorted()).toEqual(
    Object.keys(routes)
      .filter((name) => !except.includes(name))
      .toSorted(),
  );
});
