import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleOf, samplePeople, sampleSource, sampleText } from '../bundle/sample';
import { importBundle } from '../bundle/import';
import type { Caller } from '../policy';
import { createDraft } from '../record/create';
import { sourceForDesk, textForDesk } from './read';
import { storeSourceText } from './store';
import { longestText } from './text';

let database: TestDatabase;
let caller: Caller;

beforeAll(async () => {
  database = await testDatabase();
  const people = await samplePeople(database.owner);
  caller = people.importer;
  await importBundle(database.owner, bundleOf(sampleSource), people);
});
afterAll(() => database.close());

describe('the text of a source at the desk', () => {
  it('is stored normalised, once, and its writer is on record', async () => {
    const stored = await storeSourceText(database.owner, caller, '\ufeffOne line.\r\nAnother\u00a0line.');
    expect(stored.length).toBe(23);
    expect(await storeSourceText(database.owner, caller, 'One line.\nAnother line.')).toEqual(stored);
    expect(await textForDesk(database.owner, caller, stored.sha256)).toMatchObject({
      text: 'One line.\nAnother line.',
    });
    expect(await database.owner.auditEntry.count({ where: { action: 'source.store_text' } })).toBe(2);
  });

  it('is read with its source, drafts included, whatever the rights', async () => {
    const { sha256, length } = await storeSourceText(database.owner, caller, 'A draft of a report.');
    const version = { sha256, fetched: '2024-01-01T00:00:00Z' };
    const { id } = await createDraft(database.owner, caller, {
      kind: 'source',
      slug: 'drafted',
      content: { ...sampleSource.content, rights: 'passages', versions: [version] },
      citations: [],
    });
    expect(await sourceForDesk(database.owner, caller, id)).toMatchObject({
      title: 'A sample report',
      versions: [{ ...version, length }],
    });
    const live = await database.owner.record.findFirstOrThrow({ where: { slug: 'sample-report' } });
    const [version1] = (await sourceForDesk(database.owner, caller, live.id)).versions;
    expect((await textForDesk(database.owner, caller, version1?.sha256 ?? '')).text).toBe(sampleText);
  });

  it('is refused where it is empty or too long, and to readers', async () => {
    const before = await database.owner.storedText.count();
    await expect(storeSourceText(database.owner, caller, ' \n ')).rejects.toHaveProperty('code', 'invalid_input');
    await expect(storeSourceText(database.owner, caller, 'a\0b')).rejects.toHaveProperty('code', 'invalid_input');
    await expect(storeSourceText(database.owner, caller, 'x'.repeat(longestText + 1))).rejects.toHaveProperty(
      'code',
      'limit_exceeded',
    );
    const reader: Caller = { userId: 'someone', role: 'reader' };
    expect(() => storeSourceText(database.owner, reader, 'A text.')).toThrow('needs the role contributor');
    await expect(textForDesk(database.owner, reader, '0'.repeat(64))).rejects.toHaveProperty('code', 'forbidden');
    await expect(textForDesk(database.owner, caller, '0'.repeat(64))).rejects.toHaveProperty('code', 'not_found');
    expect(await database.owner.storedText.count()).toBe(before);
  });
});
