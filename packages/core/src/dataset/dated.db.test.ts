import { describe, expect, it } from 'vitest';
import { getRecord } from '../record/read';
import { counted, guideDataset, importedGuide } from '../testing/dataset';
import { verify } from '../verify';

const { mapping } = guideDataset();
const { database, run, refusal } = importedGuide();

describe('a name that goes by the date, and titles that several rows have', () => {
  const given = {
    sittings:
      'id,day,symbol,subject\n11,1946-01-02,,On fens\n12,1950-03-07,,On fens\n13,1950-04-07,R/9,On fens\n14,1950-05-07,R/9,On fens\n',
    votes: 'id,member,code,vote\n11,Fen,XF,Y\n12,Fen,XF,N\n13,Marsh,,Y\n14,Fen,XF,A\n',
    mapping: mapping
      .replaceAll('lake-', 'fen-')
      .replace('{ Reed Islands: Reed Isles }', '{ Marsh: { of: Great Fen, use: former }, The Fen: Great Fen }')
      .replace(
        '    unmatched: create\n',
        `    dated:
      date: { rows: sittings, take: "{day}", date: { order: ymd, inexact: [{ from: 1946-01-01, to: 1946-12-31, precision: month, mark: "~" }] } }
      names:
        Fen:
          - { to: 1949-12-31, name: Fen, code: XF, why: Fen left in 1949. }
          - { from: 1950-01-01, name: Great Fen, code: XG, why: Great Fen came in 1950. }
    unmatched: create\n`,
      )
      .replace(
        'title: { first: ["{subject} ({symbol})", "{subject}"] }',
        'title: { distinct: ["{subject}", "{subject} ({symbol})", "{subject} (sitting {id})"] }',
      ),
  };

  it('become actors with their former names, and titles that tell them apart', async () => {
    const before = await verify(database().owner);
    const report = await run(given);
    const told = report.actors.map(({ name, code, rows: named, by, dated }) => [name, code, named, by, dated?.why]);
    expect(told).toEqual([
      ['Fen', 'XF', 1, 'created', 'Fen left in 1949.'],
      ['Great Fen', 'XG', 2, 'created', 'Great Fen came in 1950.'],
      ['Marsh', '', 1, 'alias', undefined],
    ]);
    expect(report.notes).toContain('cleaned: /content/title: told apart from others, 4 texts');
    const titles = await database().owner.entry.findMany({
      where: { slug: { startsWith: 'fen-vote-' } },
      orderBy: { slug: 'asc' },
      select: { title: true },
    });
    expect(titles.map(({ title }) => title)).toEqual([11, 12, 13, 14].map((id) => `On fens (sitting ${id})`));
    const actor = await getRecord(database().reader, { kind: 'actor', slug: 'great-fen' });
    if (actor?.found !== 'live') throw new Error('Great Fen is not public');
    expect(actor.record.content).toMatchObject({
      names: [
        { text: 'Great Fen', use: 'preferred' },
        { text: 'Fen', use: 'former' },
        { text: 'Marsh', use: 'former' },
        { text: 'The Fen', use: 'alias' },
      ],
      identifiers: [{ value: 'XG' }],
    });
    expect(actor.record.citations).toMatchObject([{ field: '/names', passage: { exact: '12,Fen,XF,N' } }]);
    expect(await verify(database().owner)).toEqual(before);
    expect(counted(await run(given))).toMatchObject({ created: 0, changed: 0 });
  });

  it('refuses a date that may be in two of the periods', async () => {
    const error = await refusal({ ...given, mapping: given.mapping.replace('1949-12-31, name', '1946-01-15, name') });
    expect(error).toMatchObject({
      issues: [{ path: 'votes row 2', message: expect.stringContaining('1946-01~') as string }],
    });
  });
});
