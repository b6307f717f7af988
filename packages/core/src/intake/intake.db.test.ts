import type { AnyPayload } from '@rapporteur/domain/intake/proposal';
import { passageFits } from '@rapporteur/domain/passage';
import { citations as citationsSchema } from '@rapporteur/domain/content/citation';
import { describe, expect, it } from 'vitest';
import { submit } from '../record/submit';
import { alsoSaid, proposal } from '../testing/intake';
import { sampleIntake } from '../testing/sample-intake';
import { verify } from '../verify';
import { decide, editProposal } from './decide';
import { sendToDrafts } from './send';

const intake = sampleIntake();

const text = (n: number | string) =>
  `Ada Quill 🕊️ of Sampleland told a press conference in Northport on 3 May 2021 that her country refuses to lend ships (${n}). ` +
  'The harbour plan for 2022 is a voluntary one, and tugs are not part of it.';

const actor = (name: string): AnyPayload => ({
  kind: 'actor',
  payload: { name, type: 'person', role: 'harbour minister', affiliation: 'Sampleland', identifiers: [] },
});
const statement = (over: Partial<Extract<AnyPayload, { kind: 'statement' }>['payload']> = {}): AnyPayload => ({
  kind: 'statement',
  payload: {
    text: 'her country refuses to lend ships',
    speech: 'indirect',
    act: 'refuses',
    speaker: '#1',
    capacity: 'harbour minister, Sampleland',
    onBehalfOf: intake.idOf('sampleland'),
    date: '2021-05-03',
    event: '#2',
    claims: [{ text: 'her country refuses to lend ships', role: 'claim', issue: '#6' }],
    ...over,
  },
});

/** What the article above suggests: a person, an event, what she said, a programme, what is not in it, a question, a position. */
const proposedFrom = (words: string) => [
  proposal(words, 'Ada Quill', actor('Ada Quill')),
  proposal(words, 'press conference', {
    kind: 'event',
    payload: {
      title: 'Press conference in Northport',
      type: 'press_conference',
      date: null,
      place: 'Northport',
      participants: ['#1'],
    },
  }),
  proposal(words, 'her country refuses to lend ships', statement()),
  alsoSaid(
    words,
    proposal(words, 'The harbour plan for 2022 is a voluntary one', {
      kind: 'programme',
      payload: {
        title: 'Harbour plan, 2022',
        summary: 'The harbour plan for 2022 is a voluntary one',
        status: 'agreed',
        nature: 'voluntary',
        period: '2022',
        parties: [intake.idOf('sampleland')],
      },
    }),
    { nature: 'is a voluntary one', period: 'The harbour plan for 2022' },
  ),
  proposal(words, 'tugs are not part of it', {
    kind: 'provision',
    payload: { subject: 'tugs', scope: 'excluded', force: null, programme: '#4' },
  }),
  proposal(words, 'lend ships', { kind: 'issue', payload: { question: null, shortTitle: 'lending ships' } }),
  proposal(words, 'refuses to lend ships', {
    kind: 'position',
    payload: {
      actor: intake.idOf('sampleland'),
      issue: '#6',
      stance: 'opposes',
      turn: null,
      date: '2021-05-03',
      summary: 'refuses to lend ships',
      statement: '#3',
    },
  }),
];

describe('what is accepted', () => {
  it('becomes drafts in one transaction, with citations that stand in the text and links between them', async () => {
    const words = text('links');
    const id = await intake.take(words, proposedFrom(words), {
      author: 'B. Reporter',
      publisher: 'Example Wire',
    });
    await intake.decideAll(id);
    const { source, records } = await intake.send(id);
    expect(records.map(({ kind, number, complete }) => [kind, number, complete])).toEqual([
      ['actor', 1, true],
      // The day of the press conference is not in the proposal, and the question is not put: they are left blank.
      ['event', 2, false],
      // Nothing in the proposal says which words say who said it.
      ['statement', 3, false],
      // No words say who takes part, or how far it has come.
      ['programme', 4, false],
      ['issue', 6, false],
      ['position', 7, true],
    ]);
    const idOf = (number: number) => records.find((record) => record.number === number)?.id;
    const contentOf = async (record: string | undefined) =>
      intake.db.revision.findFirstOrThrow({ where: { recordId: record ?? '' } });
    const said = await contentOf(idOf(3));
    expect(said.state).toBe('draft');
    expect(said.title).toBe('Ada Quill: her country refuses to lend ships');
    expect(said.content).toMatchObject({
      speaker: idOf(1),
      event: idOf(2),
      channel: 'press_conference',
      onBehalfOf: intake.idOf('sampleland'),
      claims: [{ issue: idOf(6) }],
      reports: [{ source, repeats: null }],
      attribution: [
        { link: 'speaker', actor: idOf(1) },
        { link: 'reporter', name: 'B. Reporter' },
        { link: 'outlet', name: 'Example Wire' },
      ],
    });
    expect((await contentOf(idOf(4))).content).toMatchObject({ provisions: [{ subject: 'tugs', scope: 'excluded' }] });
    expect((await contentOf(idOf(7))).content).toMatchObject({
      issue: idOf(6),
      turns: [{ turn: 'new', statements: [idOf(3)] }],
    });
    const drafted = await contentOf(source);
    expect(drafted.content).toMatchObject({ rights: 'passages', author: 'B. Reporter', versions: [{}] });
    const stored = await intake.db.storedText.findFirstOrThrow({ where: { text: words } });
    for (const record of records) {
      const revision = await contentOf(record.id);
      const cited = citationsSchema.parse(revision.citations);
      expect(cited.length, record.kind).toBeGreaterThan(0);
      for (const { passage } of cited) {
        expect(passage).toMatchObject({ source, sha256: stored.sha256 });
        expect(passageFits(passage, stored.text)).toBe(true);
      }
    }
    expect(await verify(intake.db)).toEqual([]);
    // Incomplete drafts are finished by a person before they are handed in; complete ones may go on.
    await expect(submit(intake.db, intake.caller, { id: idOf(2) ?? '', expectedVersion: 1 })).rejects.toMatchObject({
      code: 'invalid_input',
      issues: [{ path: '/content/date' }],
    });
    // The text says what was said; which words say who said it is for a person to pick.
    await expect(submit(intake.db, intake.caller, { id: idOf(3) ?? '', expectedVersion: 1 })).rejects.toMatchObject({
      code: 'missing_evidence',
      issues: [{ path: '/content/speaker' }, { path: '/content/onBehalfOf' }, { path: '/content/date' }],
    });
    await submit(intake.db, intake.caller, { id: idOf(1) ?? '', expectedVersion: 1 });
    expect((await intake.read(id)).state).toBe('finished');
    const actions = await intake.db.auditEntry.findMany({ where: { detail: { path: ['item'], equals: id } } });
    expect([...new Set(actions.map(({ action }) => action))]).toEqual([
      'intake.take_in',
      'intake.read',
      'intake.decide',
      'intake.send',
    ]);
  });

  it('rests field by field on the words that say it, and on none where a person says otherwise', async () => {
    const words = `${text('fields')} The plan shall cover pilots. Norland, as of 4 May 2021, owes Sampleland a tug.`;
    const provision = (force: 'binding' | 'voluntary') => ({
      kind: 'provision' as const,
      payload: { subject: 'pilots', scope: 'included' as const, force, programme: '#4' },
    });
    const pilots = 'The plan shall cover pilots';
    const [one, two, said, plan, ...others] = proposedFrom(words);
    if (!one || !two || !said || !plan) throw new Error('The text suggests more.');
    const id = await intake.take(words, [
      one,
      two,
      alsoSaid(words, said, { speaker: 'Ada Quill', onBehalfOf: 'Ada Quill 🕊️ of Sampleland', date: 'on 3 May 2021' }),
      alsoSaid(words, plan, { parties: 'of Sampleland', status: 'is a voluntary one' }),
      ...others,
      alsoSaid(words, proposal(words, pilots, provision('binding')), { force: 'shall cover' }),
      // It rests on words of its own, which make it a second provision.
      alsoSaid(words, proposal(words, `${pilots}.`, provision('binding')), { force: 'shall cover' }),
      proposal(words, 'owes Sampleland a tug', {
        kind: 'commitment',
        payload: {
          title: 'A tug',
          summary: 'Norland owes Sampleland a tug.',
          owedBy: [intake.idOf('sampleland')],
          owedTo: [intake.idOf('sampleland')],
          programme: null,
          step: 'announced',
          date: '2021-05-04',
        },
      }),
    ]);
    await editProposal(intake.db, intake.caller, {
      id: await intake.suggestion(id, 9),
      payload: { ...provision('voluntary').payload, subject: 'pilots again' },
    });
    const put = async (number: number, over: object) => {
      const { id: suggestion, payload } =
        (await intake.read(id)).suggestions.find((each) => each.number === number) ?? {};
      await editProposal(intake.db, intake.caller, { id: suggestion ?? '', payload: { ...payload, ...over } });
    };
    // The text names the occasion and does not tell its day; it names somebody else as who owes.
    await put(2, { date: '2021-05-04', participants: [intake.idOf('sampleland')] });
    await put(10, { owedBy: ['#1'] });
    await intake.decideAll(id);
    const { records } = await intake.send(id);
    const drafted = async (number: number) => {
      const recordId = records.find((record) => record.number === number)?.id ?? '';
      const { content, citations } = await intake.db.revision.findFirstOrThrow({ where: { recordId } });
      const cited = citationsSchema.parse(citations);
      return { content, said: cited.map(({ field, passage }) => [field, passage.exact]) };
    };
    expect((await drafted(3)).said).toContainEqual(['/date', 'on 3 May 2021']);
    const programme = await drafted(4);
    expect(programme.content).toMatchObject({
      provisions: [{ force: null }, { force: 'binding' }, { force: 'voluntary' }],
    });
    expect(programme.said).toEqual(
      expect.arrayContaining([
        ['/nature', 'is a voluntary one'],
        ['/status', 'is a voluntary one'],
        ['/period', 'The harbour plan for 2022'],
        ['/parties', 'of Sampleland'],
        ['/provisions/1/scope', pilots],
        ['/provisions/1/force', 'shall cover'],
        ['/provisions/2/scope', `${pilots}.`],
      ]),
    );
    expect(programme.said.map(([field]) => field)).not.toContain('/provisions/2/force');
    expect((await drafted(2)).said).toEqual([['/title', 'press conference']]);
    const owes = 'owes Sampleland a tug';
    expect((await drafted(10)).said).toEqual(['/title', '/owedTo', '/steps/0'].map((field) => [field, owes]));
    expect(records.map(({ number, complete }) => [number, complete])).toEqual([
      [1, true],
      [2, false],
      [3, true],
      [4, false],
      [6, false],
      [7, true],
      [10, false],
    ]);
  });

  it('has been said by the day of the report, as the report of it says', async () => {
    const words = text('by the day');
    const id = await intake.take(
      words,
      [
        proposal(words, 'Ada Quill', actor('Ada Quill')),
        proposal(
          words,
          'refuses to lend',
          statement({ event: null, date: null, claims: [{ text: 'it refuses', role: 'claim', issue: null }] }),
        ),
      ],
      { published: '2021-05-04' },
    );
    await intake.decideAll(id);
    const said = (await intake.send(id)).records.find(({ kind }) => kind === 'statement')?.id ?? '';
    const { content, citations } = await intake.db.revision.findFirstOrThrow({ where: { recordId: said } });
    expect(content).toMatchObject({ date: '/2021-05-04' });
    const when = citationsSchema.parse(citations).filter(({ field }) => field === '/date');
    expect(when.map(({ passage }) => passage.exact)).toEqual(['refuses to lend']);
  });

  it('is drafted whole or not at all, and never before everything is decided', async () => {
    const words = text('whole');
    const id = await intake.take(words, proposedFrom(words));
    await expect(intake.send(id)).rejects.toMatchObject({
      code: 'state_conflict',
      issues: expect.arrayContaining([]) as unknown,
    });
    await intake.decideAll(id);
    const before = [await intake.db.record.count(), await intake.db.revision.count()];
    // A fault in the middle, as when the database goes away: the last record's address is taken by somebody just then.
    await intake.db
      .$executeRaw`ALTER TABLE "Suggestion" ADD CONSTRAINT "planted" CHECK ("recordId" IS NULL OR "kind" <> 'position') NOT VALID`;
    await expect(intake.send(id)).rejects.toThrow();
    await intake.db.$executeRaw`ALTER TABLE "Suggestion" DROP CONSTRAINT "planted"`;
    expect([await intake.db.record.count(), await intake.db.revision.count()]).toEqual(before);
    expect((await intake.read(id)).state).toBe('suggested');
    const version = (await intake.read(id)).lockVersion;
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => sendToDrafts(intake.db, intake.caller, { id, expectedVersion: version })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await intake.db.record.count()).toBe((before[0] ?? 0) + 7);
  });

  it('leaves a provision without its programme to the person who decides', async () => {
    const words = text('homeless');
    const id = await intake.take(words, proposedFrom(words));
    const all = (await intake.read(id)).suggestions;
    await decide(intake.db, intake.caller, { id: all[3]?.id ?? '', decision: 'rejected' });
    await intake.decideAll(id);
    await expect(intake.send(id)).rejects.toMatchObject({
      code: 'invalid_input',
      issues: [{ path: '/suggestions/5' }],
    });
  });
});
