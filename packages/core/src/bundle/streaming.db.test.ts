import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { transaction } from '@rapporteur/db/transaction';
import type { RapporteurError } from '@rapporteur/domain/errors';
import { newId } from '@rapporteur/domain/ids';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { holdOffPublications } from '../record/publish';
import { fingerprint, storeTexts } from '../source/text';
import { verify } from '../verify';
import { bytesOfText, withBundleFile } from './bytes';
import { exportBundle, storedTexts } from './export';
import { importBundle, type ImportPeople } from './import';
import { bundleOf, sampleIssue, samplePeople, samplePosition, sampleSource, sampleState } from './sample';

let database: TestDatabase;
let people: ImportPeople;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  folder = mkdtempSync(path.join(tmpdir(), 'bundle-'));
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

/** More than one portion of a publication: states, each a member of the next, and the position of each on one issue. */
const many = 120;
const states = Array.from({ length: many }, (_, index) => {
  const { content, citations, ...state } = sampleState(`state-${index}`);
  const membership = { organisation: `actors/state-${(index + 1) % many}`, role: null, period: '2021/..' };
  const name = { text: `State ${index}`, language: 'en', use: 'preferred' };
  return {
    ...state,
    content: { ...content, names: [name], memberships: [membership] },
    citations: [...citations, { ...citations[0], field: '/memberships/0' }],
  };
});
const positionOf = (slug: string, state: string) => {
  const { content, ...position } = samplePosition(slug);
  return { ...position, content: { ...content, actor: `actors/${state}` } };
};
const positions = states.map(({ slug }) => positionOf(`position-of-${slug}`, slug));

it('a bundle of more than one portion is read from its file and public at one instant, in whatever order it comes', async () => {
  const { owner } = database;
  const lines = [...positions, sampleIssue, ...states, sampleSource];
  const twice = positionOf('once-more', 'state-0');
  const told: string[] = [];
  const fromFile = (...all: unknown[]) => {
    const file = path.join(folder, 'bundle.jsonl');
    writeFileSync(file, bundleOf(...all));
    const onProgress = ({ doing, done, of }: { doing: string; done: number; of: number }) =>
      told.push(`${doing} ${done}/${of}`);
    return withBundleFile(file, (bytes) => importBundle(owner, bytes, people, { onProgress }));
  };
  const refused = (await fromFile(...lines, twice).catch((error: unknown) => error)) as RapporteurError;
  expect(refused.issues.map(({ path: at }) => at)).toEqual([expect.stringMatching(/^line \d+ \/actor$/)]);
  expect(await owner.record.count()).toBe(0);

  const all = 2 * many + 2;
  told.length = 0;
  expect(await fromFile(...lines)).toMatchObject({ created: all, unchanged: 0 });
  expect(told.filter((line) => line.startsWith('publishing'))).toEqual(
    [200, all].map((done) => `publishing ${done}/${all}`),
  );
  const log = await owner.publication.groupBy({ by: ['recordedAt'], _count: true });
  expect(log.map(({ _count }) => _count)).toEqual([all]);
  const last = await owner.entry.findFirstOrThrow({
    where: { kind: 'position', slug: `position-of-state-${many - 1}` },
  });
  expect(last.title).toContain(`State ${many - 1}`);
  expect(await verify(owner)).toEqual([]);

  let exported = '';
  for await (const line of exportBundle(owner, storedTexts(owner))) exported += line;
  expect(await importBundle(owner, exported, people)).toMatchObject({ created: 0, changed: 0, unchanged: all });
});

it('a bundle that is another one when it is read again is refused, be it by one letter, and nothing of it is kept', async () => {
  const text = bundleOf(sourceOf('torn', 'One text.'), {
    ...sampleState('torn'),
    citations: quoting('torn', 'One text'),
  });
  const whole = bytesOfText(text);
  for (const other of [
    text.replace('Sampleland', 'Samplelend'),
    text.replaceAll('One text', 'Own text'),
    text.slice(0, -9),
  ]) {
    let reads = 0;
    const read = (from: number, length: number) => {
      reads += 1;
      return (reads === 1 ? whole : bytesOfText(other)).read(from, length);
    };
    await expect(importBundle(database.owner, { length: whole.length, read }, people)).rejects.toMatchObject({
      code: 'state_conflict',
    });
  }
  expect(await database.owner.record.count({ where: { slug: 'torn' } })).toBe(0);
});

it('a bundle that comes by a pipe is kept in a file meanwhile', async () => {
  const pipe = path.join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const writing = writeFile(pipe, bundleOf(sourceOf('piped', 'The text of a pipe.')));
  expect(await withBundleFile(pipe, (bytes) => importBundle(database.owner, bytes, people))).toMatchObject({
    created: 1,
  });
  await writing;
  await expect(withBundleFile(folder, async () => null)).rejects.toMatchObject({ code: 'invalid_input' });
  await expect(withBundleFile(path.join(folder, 'none'), async () => null)).rejects.toMatchObject({
    code: 'not_found',
  });
});

it('positions that change places in a set of more than one portion change them', async () => {
  const [first, last] = [positions[0], positions[many - 1]];
  if (!first || !last) throw new Error('There are positions.');
  const moved = (position: typeof first, actor: unknown) => ({ ...position, content: { ...position.content, actor } });
  const described = states.map((state) => ({ ...state, content: { ...state.content, description: 'A state.' } }));
  const summed = positions.slice(1, -1).map(({ content, ...position }) => {
    const turns = content.turns.map((turn) => ({ ...turn, summary: 'Calm is better.' }));
    return { ...position, content: { ...content, turns } };
  });
  const swapped = [moved(first, last.content.actor), ...summed, moved(last, first.content.actor)];
  expect(await importBundle(database.owner, bundleOf(...described, ...swapped), people)).toMatchObject({
    created: 0,
    changed: 2 * many,
  });
  expect(await verify(database.owner)).toEqual([]);
});

it('an import that changes something creates what is new before it holds publications off', async () => {
  const { owner } = database;
  const text = bundleOf(
    { ...sampleIssue, content: { ...sampleIssue.content, description: 'Of calm.' } },
    newer('newest'),
  );
  const advisory = () => owner.$queryRaw<unknown[]>`
    SELECT FROM pg_locks l JOIN pg_database d ON d."oid" = l."database"
    WHERE d."datname" = current_database() AND l."locktype" = 'advisory' AND NOT l."granted"`;
  const importing = await transaction(owner, async (tx) => {
    await holdOffPublications(tx);
    const begun = importBundle(owner, text, people);
    await expect.poll(async () => (await advisory()).length, { timeout: 10_000 }).toBe(1);
    // It waits for publications and has the new record: whoever creates the same one waits for it, and not it for them.
    await expect(
      transaction(owner, async (other) => {
        await other.$executeRaw`SET LOCAL lock_timeout = '200ms'`;
        await other.record.create({ data: { id: newId('source'), kind: 'source', slug: 'newest' } });
      }),
    ).rejects.toThrow('at the same moment');
    return { begun };
  });
  expect(await importing.begun).toMatchObject({ created: 1, changed: 1 });
});

const newer = (slug: string) => sourceOf(slug, `The text of ${slug}.`);
const quoting = (source: string, quote: string) => [
  { field: '/names/0', role: 'supports', source: `sources/${source}`, quote },
];

const sourceOf = (slug: string, text: string) => ({
  ...sampleSource,
  slug,
  content: { ...sampleSource.content, versions: [{ text, fetched: '2021-05-05T00:00:00Z' }] },
});

it('two bundles with the same new texts in different orders wait for each other in one direction', async () => {
  const { owner } = database;
  const [low, high] = ['The lake is calm.', 'The lake is deep.']
    .map((text) => fingerprint(text))
    .toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  if (!low || !high) throw new Error('There are two texts.');
  const bundle = (name: string, texts: readonly string[]) =>
    bundleOf(...texts.map((text, index) => sourceOf(`${name}-${index}`, text)));
  const waiting = () => owner.$queryRaw<unknown[]>`
    SELECT FROM pg_locks l JOIN pg_stat_activity a USING ("pid")
    WHERE a."datname" = current_database() AND l."locktype" = 'transactionid' AND NOT l."granted"`;
  const both = await transaction(owner, async (tx) => {
    await storeTexts(tx, [low]);
    const importing = [
      importBundle(owner, bundle('up', [low.text, high.text]), people),
      importBundle(owner, bundle('down', [high.text, low.text]), people),
    ];
    await expect.poll(async () => (await waiting()).length, { timeout: 10_000 }).toBe(2);
    // Both wait for the first of the texts, so neither holds the other one: this would wait for whoever does.
    await tx.$executeRaw`SET LOCAL lock_timeout = '1s'`;
    await storeTexts(tx, [high]);
    return { importing };
  });
  expect(await Promise.all(both.importing)).toMatchObject([{ created: 2 }, { created: 2 }]);
});
