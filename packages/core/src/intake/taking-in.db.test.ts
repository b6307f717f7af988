import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../policy';
import { proposal, unknown } from '../testing/intake';
import { meetingProposals, meetingText, sampleIntake } from '../testing/sample-intake';
import { decide } from './decide';
import { keepAgain } from './keep-again';
import { knownRecords } from './known';
import { describeItem, readAgain } from './manage';
import { beginReading, failReading, keepFetched, keepReading, tellStep } from './reading';
import type { Proposed } from './suggestion';
import { largestDocument, takeIn, type Incoming } from './take-in';

const intake = sampleIntake();

describe('a text on its way in', () => {
  it('is stored with its job, once for each key, and bounded', async () => {
    const key = randomUUID();
    const items = [
      { way: 'paste' as const, text: 'A pasted text.' },
      {
        way: 'upload' as const,
        fileName: '..\\..\\odd\u0000\u202Ename.pdf',
        mediaType: 'application/pdf\r\nx: y',
        bytes: new Uint8Array([37]),
      },
      { way: 'address' as const, address: ' https://example.org/a ' },
    ];
    const first = await takeIn(intake.db, intake.caller, { items, idempotencyKey: key });
    expect(await takeIn(intake.db, intake.caller, { items, idempotencyKey: key })).toEqual(first);
    const rows = await intake.db.intakeItem.findMany({
      where: { id: { in: first.ids } },
      include: { file: true },
    });
    expect(rows).toHaveLength(3);
    expect(rows.find(({ way }) => way === 'upload')).toMatchObject({
      fileName: 'oddname.pdf',
      mediaType: 'application/pdfx: y',
    });
    expect(rows.find(({ way }) => way === 'address')).toMatchObject({ address: 'https://example.org/a', file: null });
    const jobs = await intake.db.$queryRaw`
      SELECT "queue_name" AS queue, count(*)::int FROM graphile_worker.jobs WHERE task_identifier = 'intake.read' GROUP BY 1`;
    // One after the other: reading takes minutes, and publications are due at an instant.
    expect(jobs).toEqual([{ queue: 'intake', count: 3 }]);
    const refused = (item: Incoming) => takeIn(intake.db, intake.caller, { items: [item] });
    await expect(refused({ way: 'address', address: 'file:///etc/passwd' })).rejects.toHaveProperty(
      'code',
      'invalid_input',
    );
    await expect(refused({ way: 'paste', text: ' \n' })).rejects.toThrow('empty');
    await expect(
      refused({ way: 'upload', fileName: 'a', mediaType: null, bytes: new Uint8Array(largestDocument + 1) }),
    ).rejects.toThrow('larger than 32 MB');
    const reader: Caller = { userId: 'someone', role: 'reader' };
    await expect(takeIn(intake.db, reader, { items })).rejects.toThrow('needs the role contributor');
  });
});

describe('texts of one person', () => {
  it('wait in a number that two at once do not pass together', async () => {
    const items = Array.from({ length: 30 }, (_, number): Incoming => ({ way: 'paste', text: `Text ${number}.` }));
    await intake.db.intakeItem.updateMany({ where: { state: 'waiting' }, data: { state: 'discarded' } });
    const tries = await Promise.allSettled([1, 2, 3].map(() => takeIn(intake.db, intake.caller, { items })));
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    const refused = tries.find((one) => one.status === 'rejected');
    expect(refused?.reason).toHaveProperty('code', 'limit_exceeded');
    await intake.db.intakeItem.updateMany({ where: { state: 'waiting' }, data: { state: 'discarded' } });
  });
});

describe('reading', () => {
  it('is taken up again after a worker was killed, and kept once', async () => {
    const text = meetingText();
    const [id = ''] = (
      await takeIn(intake.db, intake.caller, { items: [{ way: 'address', address: 'https://example.org/b' }] })
    ).ids;
    expect(await beginReading(intake.db, id)).toMatchObject({ bytes: null, address: 'https://example.org/b' });
    await tellStep(intake.db, id, 'fetch');
    const bytes = new Uint8Array(Buffer.from(text));
    await keepFetched(intake.db, id, {
      bytes,
      mediaType: 'text/plain',
      fileName: null,
      address: 'https://example.org/c',
    });
    // Killed here: whoever takes the job up again fetches nothing.
    const again = await beginReading(intake.db, id);
    expect(Buffer.from(again?.bytes ?? [])).toEqual(Buffer.from(bytes));
    expect(await intake.read(id)).toMatchObject({
      state: 'reading',
      progress: { done: 0, of: 5 },
      address: 'https://example.org/c',
    });
    const kept = { ...unknown, text };
    const proposed = meetingProposals(text).map((one) => ({ ...one, matches: [] }));
    await Promise.all([1, 2, 3].map(() => keepReading(intake.db, id, kept, proposed)));
    expect((await intake.read(id)).suggestions).toHaveLength(3);
    expect(
      await intake.db.auditEntry.count({
        where: { action: 'intake.read', detail: { path: ['item'], equals: id } },
      }),
    ).toBe(1);
    // And once more, after it was done.
    expect(await beginReading(intake.db, id)).toBeNull();
  });

  it('that fails says why, and goes on with a text that somebody pastes', async () => {
    const [id = ''] = (await takeIn(intake.db, intake.caller, { items: [{ way: 'paste', text: meetingText() }] })).ids;
    await beginReading(intake.db, id);
    await failReading(intake.db, id, 'There is no text in it. Paste the text below.');
    const failed = await intake.read(id);
    expect(failed).toMatchObject({ state: 'failed', problem: 'There is no text in it. Paste the text below.' });
    const version = { id, expectedVersion: failed.lockVersion };
    await readAgain(intake.db, intake.caller, { ...version, text: 'The text instead.' });
    await expect(readAgain(intake.db, intake.caller, { ...version, text: null })).rejects.toHaveProperty(
      'code',
      'version_conflict',
    );
    const taken = await beginReading(intake.db, id);
    expect(Buffer.from(taken?.bytes ?? []).toString()).toBe('The text instead.');
  });

  it('is done again once the day is known: what was decided stays, and what names it finds it', async () => {
    const text = meetingText();
    const id = await intake.take(text, meetingProposals(text));
    await decide(intake.db, intake.caller, { id: await intake.suggestion(id, 1), decision: 'accepted' });
    const before = await intake.read(id);
    const told = { title: 'A report', publisher: null, author: null, language: 'en', form: 'article' as const };
    const describe = (published: string | null, expectedVersion: number) =>
      describeItem(intake.db, intake.caller, {
        id,
        expectedVersion,
        ...told,
        rights: 'full',
        licence: 'CC BY 4.0',
        published,
        sourceOf: null,
      });
    // Nothing is read again for what tells no day.
    expect(await describe(null, before.lockVersion)).toMatchObject({ state: 'suggested' });
    expect(await describe('2021-05-04', before.lockVersion + 1)).toMatchObject({ state: 'waiting' });
    expect(await beginReading(intake.db, id)).toMatchObject({ text, published: '2021-05-04', language: 'en' });
    // Read with its day, the meeting comes first and names the second and the third; another comes up.
    const [sampleland, otherland, meeting] = meetingProposals(text);
    const event = {
      kind: 'event' as const,
      payload: {
        title: 'A meeting',
        type: 'meeting' as const,
        date: '2021-05-02',
        place: null,
        participants: ['#2', '#3', '#4'],
      },
    };
    const spring = proposal(text, 'spring', { kind: 'issue', payload: { question: null, shortTitle: 'spring' } });
    const again = [{ ...meeting, proposal: event }, otherland, sampleland, spring].map((one) => ({
      ...(one as Proposed),
      matches: [],
    }));
    await keepAgain(intake.db, id, again);
    const after = await intake.read(id);
    expect(after).toMatchObject({ state: 'suggested', rights: 'full', licence: 'CC BY 4.0' });
    expect(after.suggestions.map(({ title, decision }) => [title, decision])).toEqual([
      ['Sampleland', 'accepted'],
      ['Otherland', null],
      ['A meeting', null],
      ['spring', null],
    ]);
    expect(after.suggestions[0]?.id).toBe(before.suggestions[0]?.id);
    expect(after.suggestions[2]?.payload).toMatchObject({ date: '2021-05-02', participants: ['#2', '#1', '#4'] });

    // What was accepted with a day that turns out to be another comes up again; as it was, it stays accepted.
    await decide(intake.db, intake.caller, { id: await intake.suggestion(id, 3), decision: 'accepted' });
    for (const [published, date, decision] of [
      ['2021-05-05', '2021-05-02', 'accepted'],
      ['2021-06-05', '/2021-06-05', null],
    ] as const) {
      await describe(published, (await intake.read(id)).lockVersion);
      await beginReading(intake.db, id);
      const told = { ...event, payload: { ...event.payload, date } };
      await keepAgain(intake.db, id, [{ ...(meeting as Proposed), proposal: told, matches: [] }]);
      const [, , third] = (await intake.read(id)).suggestions;
      expect(third).toMatchObject({ decision, payload: { date } });
    }
    // By the day that the report came out: that is the day that is known now.
    await decide(intake.db, intake.caller, { id: await intake.suggestion(id, 3), decision: 'accepted' });
    await describe('2021-06-06', (await intake.read(id)).lockVersion);
    await beginReading(intake.db, id);
    const byReport = { ...event, payload: { ...event.payload, date: '/2021-06-06' } };
    await keepAgain(intake.db, id, [{ ...(meeting as Proposed), proposal: byReport, matches: [] }]);
    expect((await intake.read(id)).suggestions[2]).toMatchObject({
      decision: 'accepted',
      decidedBy: { id: intake.caller?.userId },
      payload: { date: '/2021-06-06' },
    });
  });

  it('knows the actors and questions on record, drafts included', async () => {
    const known = await knownRecords(intake.db);
    expect(known.actors.find(({ id }) => id === intake.idOf('sampleland'))).toMatchObject({
      kind: 'state',
      names: ['Sampleland'],
    });
  });
});
