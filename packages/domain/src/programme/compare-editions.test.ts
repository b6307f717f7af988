import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareEditions, nearestEditions } from './compare-editions';
import type { EditionView } from './views';

const provision = (subject: string, scope: EditionView['provisions'][number]['scope']) => ({
  group: null,
  subject,
  scope,
  force: null,
  note: null,
  readInFull: [],
});
const edition = (id: string, ...provisions: EditionView['provisions']): EditionView => ({
  record: { id, kind: 'programme', slug: id, title: id, state: 'live' },
  edition: id,
  period: id,
  status: 'agreed',
  nature: null,
  provisions,
  translated: {},
});

describe('editions side by side', () => {
  const editions = [
    edition('2023', provision('Training', 'included'), provision('Visits', 'included')),
    edition('2024', provision('Lethal weapons', 'excluded'), provision('training ', 'included')),
  ];

  it('match provisions by what they are called, the page’s own first', () => {
    expect(compareEditions(editions, '2024').map(({ subject, cells, differs }) => [subject, cells.map((cell) => cell?.scope), differs])).toEqual([
      ['Lethal weapons', [undefined, 'excluded'], true],
      ['training ', ['included', 'included'], false],
      ['Visits', ['included', undefined], true],
    ]); // prettier-ignore
  });

  it('are called as the page’s own translation has it, or else as that of another edition', () => {
    const inWords = (words: Record<string, string>, { ...one }: EditionView) => ({ ...one, translated: words });
    const translated = [
      inWords(
        { '/provisions/0/subject': 'Навчання тоді', '/provisions/1/subject': 'Візити' },
        editions[0] ?? edition(''),
      ),
      inWords({ '/provisions/1/subject': 'Навчання' }, editions[1] ?? edition('')),
    ];
    const told = compareEditions(translated, '2024').map(({ subject, translated: words }) => [subject, words]);
    expect(told).toEqual([
      ['Lethal weapons', null],
      ['training ', 'Навчання'],
      ['Visits', 'Візити'],
    ]);
  });

  it('leave no provision of any edition out', () => {
    const provisions = fc.array(
      fc.tuple(fc.constantFrom('a', 'A', 'b', ' b', 'c'), fc.constantFrom('included' as const, 'excluded' as const)),
    );
    fc.assert(
      fc.property(fc.array(provisions, { minLength: 1, maxLength: 5 }), (all) => {
        const made = all.map((each, index) => edition(String(index), ...each.map(([subject, scope]) => provision(subject, scope)))); // prettier-ignore
        const rows = compareEditions(made, '0');
        made.forEach(({ provisions: each }, index) => {
          for (const { subject } of each) {
            const row = rows.filter((one) => one.subject.trim().toLowerCase() === subject.trim().toLowerCase());
            expect(row).toHaveLength(1);
            expect(row[0]?.cells[index]).not.toBeNull();
          }
        });
      }),
    );
  });

  it('show the page’s own with its nearest where not all have room', () => {
    const line = Array.from({ length: 9 }, (_, n) => edition(String(n)));
    const shown = (own: number, room: number) => nearestEditions(line, String(own), room).map(({ edition: name }) => name).join(''); // prettier-ignore
    expect([shown(0, 3), shown(4, 3), shown(8, 3), shown(4, 4), shown(3, 20)]).toEqual([
      '012',
      '345',
      '678',
      '2345',
      '012345678',
    ]);
  });
});
