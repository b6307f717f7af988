import { edtfSchema } from '@rapporteur/domain/edtf';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findActors } from './actors/find-actors';
import { findDates } from './dates/find-dates';
import { read } from './text/reading';

/** Words that the passes look for, in any order, so that odd neighbours meet. */
const words = fc.constantFrom(
  ...(
    'the The of and , . : “ ” ’s - – ( ) / NATO U.N. UK Hungary Hungarian Kyiv Budapest Ukraine’s minister Foreign Minister ' +
    'President Ada Moor Szijjártó Сіярто van der Jr. Mr. M. said told Council Ministry government weekend last next May 29 2023 ' +
    '29th 2023-11-29 31.02.2023 Monday early mid-May since 2014 Q1 1990s three months ago 🕊 \u0301 İ ß ﬁ \n l’ d’'
  ).split(' '),
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(words, { maxLength: 40 }).map((some) => some.join(' ')),
);
const language = fc.constantFrom('en', 'fr', 'de', 'hu', 'uk');

it('finds names and dates in any string, with spans that lie in it and equal what they claim', () => {
  fc.assert(
    fc.property(text, language, (written, spoken) => {
      const reading = read(written, spoken);
      const { actors, mentions, places } = findActors(reading, { published: '2023-11-30' });
      for (const { start, end, actor } of mentions) {
        expect(0 <= start && start < end && end <= written.length).toBe(true);
        expect(actors[actor]).toBeDefined();
      }
      const named = mentions.filter(({ form }) => form !== 'description');
      named.slice(1).forEach(({ start, end }, nth) => {
        const before = named[nth]?.end ?? 0;
        expect(start >= before || end <= before).toBe(true);
      });
      for (const actor of actors) {
        expect(actor.spans.length).toBeGreaterThan(0);
        expect(actor.name).not.toBe('');
      }
      for (const { name, span } of places) expect(written.slice(...span).replaceAll(/\s+/g, ' ')).toBe(name);
      for (const date of findDates(reading, { published: '2023-11-30' })) {
        expect(written.slice(...date.span)).toBe(date.text);
        if (date.edtf !== null) expect(edtfSchema.safeParse(date.edtf).error?.message).toBeUndefined();
      }
    }),
    { numRuns: 500 },
  );
});
