import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { transaction } from '@rapporteur/db/transaction';
import type { RapporteurError } from '@rapporteur/domain/errors';
import { afterAll, beforeAll, expect, it } from 'vitest';
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

it('a bundle that is another one when it is read again is refused, and nothing of it is kept', async () => {
  const [first, second] = ['One text.', 'Two texts.'].map((text, index) =>
    bytesOfText(bundleOf(sourceOf(`torn-${index}`, text), { ...sampleState(), slug: `torn-${index}` })),
  );
  let reads = 0;
  const torn = {
    length: first?.length ?? 0,
    read: (from: number, length: number) => given((reads += 1)).read(from, length),
  };
  const given = (read: number) => (read === 1 ? first : second) ?? bytesOfText('');
  await expect(importBundle(database.owner, torn, people)).rejects.toMatchObject({ code: 'state_conflict' });
  expect(await database.owner.record.count({ where: { slug: { startsWith: 'torn' } } })).toBe(0);
});

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
