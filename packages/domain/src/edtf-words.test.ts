import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edtfSchema, formatEdtf } from './edtf';
import { readDate } from './edtf-words';

describe('a date in words', () => {
  it.each([
    ['2023-11-29', '2023-11-29'],
    ['2023-11', '2023-11'],
    ['2023/2025', '2023/2025'],
    ['2023-03~', '2023-03~'],
    ['29 November 2023', '2023-11-29'],
    ['29th of Nov. 2023', '2023-11-29'],
    ['November 29, 2023', '2023-11-29'],
    ['Nov 29 2023', '2023-11-29'],
    ['29.11.2023', '2023-11-29'],
    ['3 Sept 2023', '2023-09-03'],
    ['November 2023', '2023-11'],
    ['november 2023, day not on record', '2023-11-XX'],
    ['2023, month not on record', '2023-XX'],
    ['about March 2023', '2023-03~'],
    ['ca. 2023', '2023~'],
    ['possibly 29 November 2023', '2023-11-29?'],
    ['perhaps around March 2023', '2023-03%'],
    ['before 29 November 2023', '/2023-11-29'],
    ['before 2023-11-29', '/2023-11-29'],
    ['by 29 Nov 2023', '/2023-11-29'],
    ['until May 2024', '../2024-05'],
    ['since 2014', '2014/..'],
    ['from 2 November 2010 onwards', '2010-11-02/..'],
    ['after 3 May 2023', '2023-05-03/'],
    ['from 3 May 2023, end not on record', '2023-05-03/'],
    ['between 3 and 9 May 2023', '2023-05-03/2023-05-09'],
    ['3–9 May 2023', '2023-05-03/2023-05-09'],
    ['3-9 May 2023', '2023-05-03/2023-05-09'],
    ['28 November – 3 December 2023', '2023-11-28/2023-12-03'],
    ['from 28 Nov 2022 to 3 Dec 2023', '2022-11-28/2023-12-03'],
    ['March–May 2023', '2023-03/2023-05'],
    ['March to May 2023', '2023-03/2023-05'],
    ['2023–2025', '2023/2025'],
    ['2023-2025', '2023/2025'],
    ['the 2020s', '202X'],
    ['winter 2023', '2023-24'],
    ['44 BC', '-0043'],
    ['  29   November   2023 ', '2023-11-29'],
  ])('%s is %s', (words, edtf) => expect(readDate(words)).toBe(edtf));

  it.each([
    ['', 'must not be empty'],
    ['29', 'write four digits'],
    ['31 November 2023', 'November 2023 has no day 31'],
    ['2023-02-30', 'February 2023 has no day 30'],
    ['29/11/2023', 'can be read in two ways'],
    ['11-29-2023', 'can be read in two ways'],
    ['29 Novembre 2023', '"novembre" in "29 novembre 2023" is not the name of a month'],
    ['last Tuesday', '"last tuesday" is not read as a date'],
    ['from 2025 to 2023', 'ends before it starts'],
    ['29 November 2023 at noon', 'is not read as a date'],
  ])('%s is refused: %s', (words, reason) => expect(() => readDate(words)).toThrow(reason));

  const part = (text: fc.Arbitrary<string>) => fc.oneof(text, fc.constant('XX'));
  const two = (most: number) => fc.integer({ min: 1, max: most }).map((number) => String(number).padStart(2, '0'));
  const year = fc.integer({ min: 1000, max: 9999 }).map(String);
  const date = fc
    .oneof(
      fc.tuple(year, two(12), part(two(28))).map((parts) => parts.join('-')),
      fc.tuple(year, part(fc.oneof(two(12), fc.constantFrom('21', '22', '23', '24')))).map((parts) => parts.join('-')),
      year,
      fc.integer({ min: 100, max: 998 }).map((number) => `${number}X`),
      fc.integer({ min: 10, max: 98 }).map((number) => `${number}XX`),
    )
    .chain((text) => fc.constantFrom('', '~', '?', '%').map((doubt) => text + doubt));
  const end = fc.oneof({ weight: 4, arbitrary: date }, fc.constantFrom('', '..'));
  const edtf = fc
    .oneof(
      date,
      fc.tuple(end, end).map((ends) => ends.join('/')),
    )
    .filter((text) => edtfSchema.safeParse(text).success);

  it('reads back whatever readers are shown', () => {
    fc.assert(
      fc.property(edtf, fc.constantFrom('long' as const, 'short' as const), (text, style) => {
        const words = formatEdtf(text, { style });
        if (words === 'not on record') return;
        expect(formatEdtf(readDate(words), { style })).toBe(words);
      }),
      { numRuns: 2000 },
    );
  });

  it('never fails otherwise than with a reason', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^(before |about |)\d{0,4}[-–/ .]\d{0,3}( [a-z]{0,9} \d{0,5})?$/)),
        (text) => {
          try {
            expect(edtfSchema.safeParse(readDate(text)).error?.issues[0]?.message ?? 'lies outside').toContain(
              'lies outside',
            );
          } catch (error) {
            expect(error).toHaveProperty('code', 'invalid_input');
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
