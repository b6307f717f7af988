import { getItem } from '@rapporteur/core/intake/read-items';
import { decide } from '@rapporteur/core/intake/decide';
import { takeIn, type Incoming } from '@rapporteur/core/intake/take-in';
import { samplePeople } from '@rapporteur/core/bundle/sample';
import type { Caller } from '@rapporteur/core/policy';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readIntake } from './read';

let database: TestDatabase;
let caller: Caller;

beforeAll(async () => {
  database = await testDatabase();
  caller = (await samplePeople(database.owner)).importer;
});
afterAll(() => database.close());

const article = (headline: string) => `${headline}

The harbour programme for 2022 is voluntary and excludes tugs.

Ada Quill, the harbour minister of Norland, told a press conference that her country refuses to lend ships to Sudland. “The quarrel over the strait is not our quarrel,” she added.`;

async function taken(item: Incoming): Promise<string> {
  return (await takeIn(database.owner, caller, { items: [item] })).ids[0] ?? '';
}
const paste = (text: string) => taken({ way: 'paste', text });
const read = (itemId: string, lastAttempt = false) => readIntake(database.owner, { itemId }, { lastAttempt });
const itemOf = (id: string) => getItem(database.owner, caller, id);

describe('what came in', { timeout: 120_000 }, () => {
  it('is read by processes of their own, and proposed in the order of its text', async () => {
    const id = await paste(article('A plan without tugs'));
    await read(id);
    const item = await itemOf(id);
    expect(item).toMatchObject({ state: 'suggested', title: 'A plan without tugs', language: 'en' });
    const kinds = item.suggestions.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['programme', 'provision', 'event', 'statement']));
    const starts = item.suggestions.map(({ passages }) => passages[0]?.start ?? 0);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    // Run again, as after a crash whose effect was kept, it does nothing.
    await read(id);
    expect((await itemOf(id)).suggestions).toHaveLength(item.suggestions.length);
  });

  it('counts its days from the day it came out, and rests a provision on the sentence that says it', async () => {
    const text = `${article('A plan with a day')} The Brussels meeting on 29 November brought them together.`;
    const id = await taken({ way: 'paste', text, published: '2021-11-30' });
    await read(id);
    const { published, suggestions } = await itemOf(id);
    expect(published).toBe('2021-11-30');
    const dates = suggestions.flatMap(({ payload }) => ('date' in payload ? [payload.date] : []));
    expect(dates).toContain('2021-11-29');
    const provision = suggestions.find(({ kind }) => kind === 'provision');
    expect(provision?.payload).toMatchObject({ subject: 'Tugs', scope: 'excluded' });
    const [passage] = provision?.passages ?? [];
    expect(Array.from(text).slice(passage?.start, passage?.end).join('')).toContain('excludes tugs');
    await expect(taken({ way: 'paste', text, published: 'the other day' })).rejects.toHaveProperty(
      'code',
      'invalid_input',
    );
  });

  it('may be read by two workers at once, and is proposed once', async () => {
    const id = await paste(article('A plan that two read'));
    await Promise.all([read(id), read(id)]);
    const item = await itemOf(id);
    expect(item.state).toBe('suggested');
    expect(new Set(item.suggestions.map(({ number }) => number)).size).toBe(item.suggestions.length);
  });

  it('is told to be the same as, or nearly the same as, what came in before; what was rejected stays so', async () => {
    const first = await paste(article('A plan to compare'));
    await read(first);
    const [rejected] = (await itemOf(first)).suggestions;
    await decide(database.owner, caller, { id: rejected?.id ?? '', decision: 'rejected' });
    const [same, near] = [await paste(article('A plan to compare')), await paste(article('Another head'))];
    await read(same);
    await read(near);
    const again = await itemOf(same);
    expect(again.origins.map(({ sameness, item }) => [sameness, item?.id])).toContainEqual(['same', first]);
    expect(again.suggestions[0]).toMatchObject({ decision: 'rejected', rejectedBefore: true });
    expect((await itemOf(near)).origins.map(({ sameness, item }) => [sameness, item?.id])).toContainEqual([
      'near',
      first,
    ]);
  });

  it('fails in words, and is tried again only where that may help', async () => {
    const picture = await taken({
      way: 'upload',
      fileName: 'picture.png',
      mediaType: 'image/png',
      bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0]),
    });
    await read(picture);
    expect(await itemOf(picture)).toMatchObject({
      state: 'failed',
      problem: expect.stringContaining('What can be read') as string,
    });
    const inside = await taken({ way: 'address', address: 'http://127.0.0.1:1/' });
    await read(inside);
    expect((await itemOf(inside)).state).toBe('failed');
    // Nobody answers to a name that does not exist: that may be otherwise in a while.
    const away = await taken({ way: 'address', address: 'http://nobody.invalid/' });
    await read(away).catch(() => undefined);
    const first = await itemOf(away);
    if (first.state === 'reading') {
      await read(away, true).catch(() => undefined);
      expect((await itemOf(away)).state).toBe('failed');
    }
    expect((await itemOf(away)).problem).not.toBeNull();
  });
});
