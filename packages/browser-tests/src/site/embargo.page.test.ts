import { setEmbargo } from '@rapporteur/core/embargo/embargo';
import { approve } from '@rapporteur/core/record/review';
import { submit } from '@rapporteur/core/record/submit';
import { expect, inject, test } from 'vitest';
import { database } from '../database';
import { addDraft } from '../drafts';
import { mark } from '../mark';
import { addPerson } from '../people';

// Case A07 of the security catalogue: the instant of an embargo, on every surface of the built site, with the worker that
// `npm start` runs. How soon the text is there is measured by `pnpm bench schedule`.

const { site } = inject('product');
const db = database();
const canary = `CNRY-EMBARGO-${mark()}`;
/** How long everything may take to appear on a busy machine, in milliseconds. */
const bound = 120_000;
const timeout = 2 * bound;

/** An approved meeting under an embargo at whose end it is to be published. */
async function embargoed(slug: string): Promise<{ id: string; slug: string }> {
  const [author, publisher] = [await addPerson(db, 'editor'), await addPerson(db, 'publisher')];
  const { id, lockVersion } = await addDraft(db, author, {
    kind: 'event',
    slug,
    content: {
      title: `${canary} ${slug}`,
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
  const submitted = await submit(db, author, { id, expectedVersion: lockVersion });
  const approved = await approve(db, publisher, { id, expectedVersion: submitted.lockVersion });
  await setEmbargo(db, publisher, {
    id,
    expectedVersion: approved.lockVersion,
    until: { local: '2999-01-01T09:00', zone: 'Europe/Brussels' },
    reason: null,
    publishAtEnd: true,
  });
  return { id, slug };
}

/**
 * Reads every surface without pause until all of them show a record: which of them did before the instant. `once` all
 * have been read, the instant may be set anew.
 */
async function watch(
  { id, slug }: { id: string; slug: string },
  instant: () => Date,
  once: () => Promise<void> = async () => {},
) {
  const call = (name: string, input: unknown) => `/api/trpc/${name}?input=${encodeURIComponent(JSON.stringify(input))}`;
  const words = `${canary} ${slug}`;
  const surfaces = [
    `/events/${slug}`,
    `/events/${slug}/history`,
    `/r/${id}@1`,
    '/events',
    '/changes',
    '/feed.atom',
    '/feed.rss',
    '/feed.json',
    `/r/${id}@1/citation.csl.json`,
    call('record.get', { id }),
    call('record.get', { kind: 'event', slug }),
    call('record.list', { kind: 'event' }),
    call('publication.list', {}),
    call('search.suggest', { typed: slug }),
  ];
  const early = new Set<string>();
  const missing = new Set(surfaces);
  const tags = new Map<string, string>();
  let looked = 0;
  let round = 0;
  for (const deadline = Date.now() + bound; missing.size > 0 && Date.now() < deadline;) {
    // Each round comes from a network of its own: a watch without pause would use up what one may read.
    if (round === 1) await once();
    round += 1;
    const from = `3fff:7:${(Number(mark()) % 0xffff).toString(16)}:${(round % 0x1_00_00).toString(16)}::1`;
    for (const path of surfaces) {
      const tag = tags.get(path);
      const response = await fetch(site + path, {
        headers: {
          date: 'Thu, 01 Jan 2998 00:00:00 GMT',
          'x-forwarded-for': from,
          ...(tag ? { 'if-none-match': tag } : {}),
        },
      });
      expect(response.status, path).not.toBe(429);
      const shown = (await response.text()).includes(words);
      // Asked afterwards: an answer that came before the instant was given before it.
      const before = await isBefore(instant());
      if (before) looked += 1;
      if (shown && before) early.add(path);
      if (shown) missing.delete(path);
      // Only an answer without the text is asked for again on condition: a kept 404 must not hide what came since.
      const etag = response.headers.get('etag');
      if (etag !== null && !shown) tags.set(path, etag);
    }
  }
  return { early: [...early], missing: [...missing], looked, surfaces };
}

test('nothing of an embargoed record is read before its instant, and everything after it', { timeout }, async () => {
  const record = await embargoed(`embargoed-${mark()}`);
  // Every surface is read before it, however busy the machine is; the instant comes while they are read again.
  let at = new Date('2999-01-01');
  const { early, missing, looked, surfaces } = await watch(
    record,
    () => at,
    async () => {
      at = await comesIn(3, record.id);
    },
  );
  expect({ early, missing }).toEqual({ early: [], missing: [] });
  expect(looked).toBeGreaterThan(surfaces.length);
  const [log] = await db.publication.findMany({ where: { recordId: record.id } });
  expect(log?.recordedAt.getTime()).toBeGreaterThanOrEqual(at.getTime());
});

test('would be noticed to come early, on every surface', { timeout }, async () => {
  const record = await embargoed(`embargoed-too-short-${mark()}`);
  const at = await comesIn(0, record.id);
  const { early, surfaces } = await watch(record, () => new Date(at.getTime() + bound));
  expect(early.toSorted()).toEqual(surfaces.toSorted());
});

/** Brings the instant near, as the clock would: so that a busy machine does not let it pass while it is being set. */
async function comesIn(seconds: number, id: string): Promise<Date> {
  const [row] = await db.$queryRaw<{ at: Date }[]>`
    SELECT date_trunc('milliseconds', clock_timestamp()) + ${seconds} * interval '1 second' AS at`;
  const at = row?.at ?? new Date(0);
  const { releaseId } = await db.releaseItem.findFirstOrThrow({ where: { recordId: id } });
  await db.$transaction([
    db.embargo.update({ where: { recordId: id }, data: { until: at } }),
    db.release.update({ where: { id: releaseId }, data: { at } }),
    db.$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = ${at} WHERE key = ${`release:${releaseId}`}`,
  ]);
  return at;
}

async function isBefore(at: Date): Promise<boolean> {
  const [row] = await db.$queryRaw<{ before: boolean }[]>`SELECT clock_timestamp() < ${at} AS before`;
  return row?.before === true;
}
