import type { Caller } from '@rapporteur/core/policy';
import { previewPublication } from '@rapporteur/core/publication/preview';
import { rehearsedSet } from '@rapporteur/core/publication/rehearsed-set';
import { withoutTrace } from '@rapporteur/core/publication/without-trace';
import { discard } from '@rapporteur/core/record/discard';
import { beginPublication, makePublic } from '@rapporteur/core/record/publish';
import { getRecord } from '@rapporteur/core/record/read';
import { saveDraft } from '@rapporteur/core/record/save';
import type { Published } from '@rapporteur/db/clients';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { canonicalJson } from '@rapporteur/domain/canonical';
import type { Citation } from '@rapporteur/domain/content/citation';
import { getPointer } from '@rapporteur/domain/json-pointer';
import { kinds } from '@rapporteur/domain/kinds';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDemo } from './load';

// A rehearsal reads only the pages near by that may change. Here every page of the demonstration is read, before and
// after, for changes of every kind of record: what a rehearsal lists must be exactly what differs.

let database: TestDatabase;
let ids: string[];
let standing: Map<string, string>;
const editor: Caller = { userId: 'usr-editor', role: 'editor' };

beforeAll(async () => {
  database = await testDatabase();
  await loadDemo(database.owner, () => undefined);
  const entries = await database.owner.entry.findMany({ where: { state: 'live' }, select: { id: true } });
  ids = entries.map(({ id }) => id);
  standing = await everyPage(database.reader);
});
afterAll(() => database.close());

async function everyPage(published: Published): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const id of ids) pages.set(id, canonicalJson(await getRecord(published, { id })));
  return pages;
}

/** The other pages that differ once the open revision is public, found by reading all of them. */
const differing = (id: string, number: number): Promise<string[]> =>
  withoutTrace(database.owner, async (tx) => {
    const { items, context } = await rehearsedSet(tx, id, number);
    await makePublic(tx, items, { ...context, at: await beginPublication(tx) });
    const pages = await everyPage(tx);
    return ids.filter((other) => other !== id && pages.get(other) !== standing.get(other));
  });

type Fields = Record<string, unknown>;

/** Changes of a content that readers may see elsewhere: another name or wording, a citation less, the last item of each list less. */
const changes: Record<string, (content: Fields, citations: Citation[]) => [Fields, Citation[]]> = {
  'another wording': (content, citations) => {
    const text = JSON.stringify(content).replace(
      /"(text|title|shortTitle|summary)":"(?!doc)([^"]+)"/,
      (_, field: string, words: string) => `"${field}":"Otherwise ${words}"`,
    );
    return [JSON.parse(text) as Fields, citations];
  },
  'another date': (content, citations) => {
    const text = JSON.stringify(content).replaceAll(/"(date|published|period)":"[^"]+"/g, '"$1":"1999"');
    return [JSON.parse(text) as Fields, citations];
  },
  'a citation less': (content, citations) => [content, citations.slice(1)],
  'the last item of each list less': (content, citations) => {
    const shorter = Object.fromEntries(
      Object.entries(content).map(([field, value]) => [
        field,
        Array.isArray(value) && value.length > 1 ? value.slice(0, -1) : value,
      ]),
    );
    return [shorter, citations.filter(({ field }) => getPointer(shorter, field) !== undefined)];
  },
};

describe.each(kinds)('what a change of a %s changes elsewhere', (kind) => {
  test.each(Object.keys(changes))('is foretold: %s', { timeout: 300_000 }, async (name) => {
    const { owner } = database;
    // The one that most others name: where the most can be missed.
    const [record] = await owner.$queryRaw<{ id: string; lockVersion: number }[]>`
      SELECT r."id", r."lockVersion" FROM "Record" r JOIN "Entry" e ON e."id" = r."id" AND e."state" = 'live'
      WHERE r."kind" = ${kind}
      ORDER BY (SELECT count(*) FROM "Reference" f WHERE f."targetId" = r."id") DESC, r."id" LIMIT 1`;
    if (!record) throw new Error(`the demonstration has no ${kind}`);
    const live = await owner.revision.findFirstOrThrow({ where: { recordId: record.id, state: 'live' } });
    const [content, citations] = changes[name]?.(live.content as Fields, live.citations as unknown as Citation[]) ?? [];
    const target = { id: record.id, expectedVersion: record.lockVersion };
    const saved = await saveDraft(owner, editor, { ...target, content, citations });
    const expected = await differing(record.id, saved.revisionNumber);
    const foretold = await previewPublication(owner, editor, { id: record.id, revision: saved.revisionNumber });
    await discard(owner, editor, { id: record.id, expectedVersion: saved.lockVersion });
    const listed = foretold.others.map((other) => other.record.id);
    expect(expected).toEqual(expect.arrayContaining(listed));
    if (!foretold.more) expect(listed.toSorted()).toEqual(expected.toSorted());
  });
});
