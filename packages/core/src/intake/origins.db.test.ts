import { describe, expect, it } from 'vitest';
import { sampleText } from '../bundle/sample';
import { proposal } from '../testing/intake';
import { meetingProposals, meetingText, sampleIntake } from '../testing/sample-intake';
import { affectedBy } from './affected';
import { mergeProposal } from './decide';
import { describeItem } from './manage';
import { alikeTexts, keepBands, unsignedTexts } from './origins';

const intake = sampleIntake();

describe('texts of one origin', () => {
  it('meet by their bands, and the same text is told to be the same', async () => {
    const text = meetingText();
    const first = await intake.take(text, meetingProposals(text), {
      title: 'The first',
      bands: ['a', 'b'],
    });
    await intake.decideAll(first);
    const { source } = await intake.send(first);
    const [alike] = await alikeTexts(intake.db, ['x', 'b']);
    expect(alike?.text).toBe(text);
    expect(await alikeTexts(intake.db, ['b', 'a'])).toEqual([]);
    const unsigned = await unsignedTexts(intake.db, 100);
    expect(unsigned.map((one) => one.text)).not.toContain(text);
    expect(unsigned.map((one) => one.text)).toContain(sampleText);
    await keepBands(intake.db, unsigned[0]?.sha256 ?? '', ['c', 'd']);
    expect(await unsignedTexts(intake.db, 100)).toHaveLength(unsigned.length - 1);

    const near = `${text} And more.`;
    const second = await intake.take(near, [...meetingProposals(near), said(near)], {
      nearTexts: [alike?.sha256 ?? ''],
    });
    expect((await intake.read(second)).origins).toMatchObject([
      { sameness: 'near', source: { id: source, title: 'The first' } },
    ]);
    await intake.decideAll(second);
    const drafted = await intake.send(second);
    const statement = drafted.records.find(({ kind }) => kind === 'statement');
    const { content } = await intake.db.revision.findFirstOrThrow({ where: { recordId: statement?.id ?? '' } });
    // Two reports that share an origin count as one.
    expect(content).toMatchObject({ reports: [{ source: drafted.source, repeats: source }] });

    const third = await intake.take(text, meetingProposals(text));
    expect((await intake.read(third)).origins[0]).toMatchObject({ sameness: 'same', source: { id: source } });
  });

  it('a new version of a known source is added to its draft, and what rested on it is listed', async () => {
    const report = await intake.db.record.findUniqueOrThrow({ where: { id: intake.idOf('sample-report') } });
    const text = 'In May, Sampleland took part in the meeting of 3 May 2021.\n\nThe meeting was calm.';
    const id = await intake.take(text, []);
    await describeItem(intake.db, intake.caller, {
      id,
      expectedVersion: (await intake.read(id)).lockVersion,
      title: 'The report',
      publisher: null,
      author: null,
      published: null,
      language: 'en',
      form: 'article',
      rights: 'passages' as const,
      licence: null,
      sourceOf: report.id,
    });
    const affected = await affectedBy(intake.db, intake.caller, id);
    expect(affected.length).toBeGreaterThan(2);
    expect(new Set(affected.map(({ state }) => state))).toEqual(new Set(['moved']));
    expect(affected.map(({ record }) => record.id)).toContain(intake.idOf('sampleland'));
    expect((await intake.send(id)).source).toBe(report.id);
    const draft = await intake.db.revision.findFirstOrThrow({
      where: { recordId: report.id },
      orderBy: { number: 'desc' },
    });
    expect(draft).toMatchObject({
      state: 'draft',
      number: 2,
      content: { title: 'A sample report', versions: [{}, {}] },
    });
  });

  it('what is merged gets the passage, as a change of its draft', async () => {
    const text = meetingText();
    const id = await intake.take(text, meetingProposals(text));
    await mergeProposal(intake.db, intake.caller, {
      id: await intake.suggestion(id, 1),
      into: intake.idOf('sampleland'),
    });
    await mergeProposal(intake.db, intake.caller, {
      id: await intake.suggestion(id, 3),
      into: intake.idOf('sample-meeting'),
    });
    await intake.decideAll(id);
    const { changed, left, source } = await intake.send(id);
    expect(left).toEqual([]);
    // An actor is only named; the event of that day has one passage more.
    expect(changed).toEqual([{ id: intake.idOf('sample-meeting'), number: 3 }]);
    const draft = await intake.db.revision.findFirstOrThrow({
      where: { recordId: intake.idOf('sample-meeting') },
      orderBy: { number: 'desc' },
    });
    expect(draft.state).toBe('draft');
    expect(draft.citations).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: '/date', passage: expect.objectContaining({ source }) as unknown }),
      ]),
    );
  });
});

const said = (text: string) =>
  proposal(text, 'sat down', {
    kind: 'statement',
    payload: {
      text: 'sat down',
      speech: 'indirect',
      act: 'asserts',
      speaker: '#1',
      capacity: null,
      onBehalfOf: null,
      date: '/2021-05-04',
      event: null,
      claims: [{ text: 'sat down', role: 'claim', issue: null }],
    },
  });
