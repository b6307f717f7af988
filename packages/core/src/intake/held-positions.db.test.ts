import type { AnyPayload } from '@rapporteur/domain/intake/proposal';
import { citations as citationsSchema } from '@rapporteur/domain/content/citation';
import { describe, expect, it } from 'vitest';
import { submit } from '../record/submit';
import { proposal } from '../testing/intake';
import { sampleIntake } from '../testing/sample-intake';

const intake = sampleIntake();

const text = (name: string) =>
  `Ada Quill of Sampleland told reporters that her country refuses to lend ships (${name}), and that tugs are not part of it.`;

const position = (over: Partial<Extract<AnyPayload, { kind: 'position' }>['payload']>): AnyPayload => ({
  kind: 'position',
  payload: {
    actor: intake.idOf('sampleland'),
    issue: '#1',
    stance: 'opposes',
    turn: null,
    date: '2021-05-03',
    summary: 'refuses to lend ships',
    statement: null,
    ...over,
  },
});
const question = (words: string) =>
  proposal(words, 'lend ships', { kind: 'issue', payload: { question: 'Should ships be lent?', shortTitle: 'ships' } });

describe('a position that the actor holds already', () => {
  const newest = (id: string | undefined) =>
    intake.db.revision.findFirstOrThrow({ where: { recordId: id ?? '' }, orderBy: { number: 'desc' } });

  it('is told once: twice in a text, and again by another, it stays one record with its turns', async () => {
    const words = text('twice');
    const first = await intake.take(words, [
      question(words),
      proposal(words, 'refuses to lend ships', position({})),
      proposal(words, 'lend ships', position({ summary: 'says so again' })),
      proposal(words, 'tugs are not part of it', position({ date: '2021-06-01', summary: 'and a month later' })),
    ]);
    await intake.decideAll(first);
    const { records } = await intake.send(first);
    expect(records.map(({ kind }) => kind)).toEqual(['issue', 'position']);
    const held = records[1]?.id;
    // The same stance of the same day is one turn, which both passages tell of.
    expect((await newest(held)).content).toMatchObject({
      turns: [
        { turn: 'new', date: '2021-05-03' },
        { turn: 'restated', date: '2021-06-01' },
      ],
    });
    const fields = citationsSchema.parse((await newest(held)).citations).map(({ field }) => field);
    expect(fields).toEqual(['/turns/0', '/turns/0', '/turns/1']);
    expect((await intake.read(first)).suggestions.map(({ record }) => record)).toEqual([
      records[0]?.id,
      held,
      held,
      held,
    ]);

    const issue = records[0]?.id ?? '';
    const later = text('later');
    const second = await intake.take(later, [
      proposal(later, 'refuses to lend ships', position({ issue, stance: 'supports', date: '2021-07-01' })),
      proposal(later, 'lend ships', position({ issue, stance: 'conditional', date: null })),
    ]);
    await intake.decideAll(second);
    const told = await intake.send(second);
    expect(told).toMatchObject({
      records: [],
      changed: [
        { id: held, number: 1 },
        { id: held, number: 2 },
      ],
      left: [],
    });
    const changed = await newest(held);
    // Which turn the last one is, and on which day, only a person can tell.
    expect((changed.content as { turns: unknown[] }).turns.slice(2)).toMatchObject([
      { turn: 'reversed', stance: 'supports', date: '2021-07-01' },
      { turn: null, stance: 'conditional', date: '' },
    ]);
    const { lockVersion } = await intake.db.record.findUniqueOrThrow({ where: { id: held ?? '' } });
    await expect(
      submit(intake.db, intake.caller, { id: held ?? '', expectedVersion: lockVersion }),
    ).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });

  it('of which later days are told is left to a person, in words', async () => {
    const words = text('order');
    const first = await intake.take(words, [
      question(words),
      proposal(words, 'refuses to lend ships', position({ date: '2021-05-03' })),
    ]);
    await intake.decideAll(first);
    const [issue, held] = (await intake.send(first)).records;
    const earlier = text('earlier');
    const second = await intake.take(earlier, [
      proposal(earlier, 'lend ships', position({ issue: issue?.id ?? null, stance: 'supports', date: '2020-01-01' })),
    ]);
    await intake.decideAll(second);
    const { changed, left } = await intake.send(second);
    expect(changed).toEqual([]);
    expect(left).toEqual([
      { id: held?.id, number: 1, why: 'It has turns of later days: put this one in its place yourself.' },
    ]);
    // It is told for as long as the text is there, not only in the answer to whoever sent it.
    expect((await intake.read(second)).left).toEqual(left);
    expect((await intake.read(first)).left).toEqual([]);
  });
});
