import { sliceCodePoints } from '@rapporteur/domain/passage';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../read-document';
import { received } from '../testing/received';
import { refusal } from '../testing/refusal';
import { column, writePdf, type PrintedLine } from '../testing/write-pdf';
import { readPdf } from './pdf';

const read = (bytes: Uint8Array) => readPdf(received(bytes));
/** A page of a report with a running head and a number at its foot. */
const page = (number: number): PrintedLine[] => [
  ...column([
    `Annual record, volume ${number}`,
    '',
    `On day ${number} the chair said that the par-`,
    'ties had agreed to a long-term plan, and that',
    'the long-term costs were known to all.',
    '',
    'The next day nobody came. What had been said in',
    `the hall was written down on sheet ${number} and the`,
  ]),
  { text: `Page ${number} of 3`, x: 280, y: 40 },
];

describe('a PDF', () => {
  it('becomes paragraphs that know their page, without what runs through all pages', async () => {
    const { text, map, warnings } = await read(writePdf([page(1), page(2), page(3)]));
    expect(text.split('\n\n')).toEqual([
      'On day 1 the chair said that the parties had agreed to a long-term plan, and that the long-term costs were known to all.',
      expect.stringMatching(
        /^The next day nobody came[.] What .* sheet 1 and the On day 2 the chair .* known to all[.]$/,
      ),
      expect.stringMatching(/sheet 2 and the On day 3/),
      'The next day nobody came. What had been said in the hall was written down on sheet 3 and the',
    ]);
    for (const number of [1, 2, 3]) {
      const own = map
        .filter((stretch) => stretch.page === number)
        .map(({ start, end }) => sliceCodePoints(text, start, end));
      expect(own.join('')).toContain(`sheet ${number}`);
      expect(own.join('')).not.toMatch(new RegExp(`(?:day|sheet) (?!${number})\\d`));
    }
    expect(warnings).toEqual([]);
  });

  it('keeps headings, lists and short paragraphs apart', async () => {
    const lines = [
      { text: 'What was agreed', y: 740, size: 18 },
      { text: 'The parties meet in spring. They said so at length, and', y: 716 },
      { text: 'signed.', y: 702 },
      { text: 'Then they left the town by the northern gate, one by one, in', y: 688 },
      { text: 'two cars:', y: 674 },
      { text: '1. the first to the river,', y: 660 },
      { text: '2. the second to the lake.', y: 646 },
    ];
    expect((await read(writePdf([lines]))).text.split('\n\n')).toEqual([
      'What was agreed',
      'The parties meet in spring. They said so at length, and signed.',
      'Then they left the town by the northern gate, one by one, in two cars:',
      '1. the first to the river,',
      '2. the second to the lake.',
    ]);
  });

  it('says what it says of itself', async () => {
    const info = '/Title (A plan) /Author (Ada Example; Bo Other) /CreationDate (D:20310203040506+01)';
    expect(await read(writePdf([column(['Text.'])], info))).toMatchObject({
      format: 'pdf',
      encoding: null,
      title: 'A plan',
      authors: ['Ada Example', 'Bo Other'],
      published: '2031-02-03',
      warnings: [expect.stringContaining('the file was made')],
    });
  });

  it('names pages that hold no text', async () => {
    const { warnings } = await read(writePdf([column(['Text.']), [], column(['More text.']), []]));
    expect(warnings).toEqual([expect.stringMatching(/^Pages 2 and 4 hold no text/)]);
  });

  it('without any text says so and asks for text', async () => {
    const { code, message } = await refusal(read(writePdf([[], []])));
    expect(code).toBe('invalid_input');
    expect(message).toMatch(/no text.*OCR.*paste the text/);
  });

  it('of 500 pages is read with its page numbers', async () => {
    const pages = Array.from({ length: 500 }, (_, index) =>
      column(
        Array.from(
          { length: 40 },
          (_line, line) => `Page ${index + 1}, line ${line + 1}: the delegate asked for the floor again.`,
        ),
      ),
    );
    const { text, map } = await readDocument(received(writePdf(pages)));
    expect(new Set(map.map(({ page: number }) => number)).size).toBe(500);
    const at = map.find(({ start, end }) => sliceCodePoints(text, start, end).includes('Page 437, line 12:'));
    expect(at?.page).toBe(437);
  });
});
