import { kinds } from '@rapporteur/domain/kinds';
import type { RecordView } from '@rapporteur/domain/views';
import { recordsOf } from '@rapporteur/ui/testing/fixtures';
import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { StructuredData } from './structured-data';

// Case E03 of the security catalogue: texts that would end the script they stand in.
const breakouts = [
  '</script><script>alert(1)</script>',
  '</SCRIPT\t>',
  '<!--<script>',
  '-->',
  ']]>',
  '\u2028\u2029',
  '&lt;/script&gt;',
  '\\u003c/script>',
];

// What no text of a record holds.
const storable = (text: string) => !/[\p{Cc}\p{Surrogate}\ufffe\uffff]/u.test(text);

/** The data of a record as a parser of HTML finds it: up to the first end of the script. Null where there are more. */
function readBack(html: string): unknown {
  const [, text, rest] = /^<script type="application\/ld[+]json">(.*?)<\/script(.*)$/is.exec(html) ?? [];
  return rest === '>' && !/<(?:!--|script)/i.test(text ?? '') ? JSON.parse(text ?? '') : null;
}

const markup = (record: RecordView) => renderToStaticMarkup(<StructuredData record={record} />);
const nameIn = (data: unknown) => (data as { name: string } | null)?.name;

describe('the data of a record in its page', () => {
  it.each(kinds)('reads back as it was written, whatever its texts hold: %s', (kind) => {
    const texts = fc.oneof(fc.constantFrom(...breakouts), fc.string({ unit: 'binary' }).filter(storable));
    fc.assert(
      fc.property(texts, (text) => {
        const record = recordsOf((words) => words + text)[kind];
        const data = readBack(markup(record));
        expect(nameIn(data)).toBe(record.title);
        expect(Object.keys(data as object)).toEqual(
          Object.keys(readBack(markup(recordsOf((words) => words)[kind])) as object),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('would be noticed to end early', () => {
    const careless = `<script type="application/ld+json">${JSON.stringify({ name: breakouts[0] })}</script>`;
    expect(readBack(careless)).toBeNull();
  });
});
