import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../extract';
import type { Language } from '../extraction';
import { one } from '../testing/said';

const pieces = fc.constantFrom(
  'Ada Moor ',
  'said ',
  'that ',
  'he ',
  'added, ',
  '“',
  '”',
  '"',
  '‘',
  '’',
  '«',
  '»',
  ', ',
  '. ',
  ': ',
  '\n\n',
  '\n',
  'the port ',
  'is open',
  '🕊️',
  'שלום ',
  'مرحبا ',
  '𝒜',
  ' – ',
  'according to ',
  'MR. KIRBY: ',
  'Q  ',
  'calling for ',
  'and ',
  '(',
  ')',
  'who ',
  'a déclaré ',
  'sagte ',
  '\ud800',
  'U.S. ',
  '’s ',
  '12.5 ',
);

describe('for any text', () => {
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );
  const languages = fc.constantFrom<Language>('en', 'fr', 'de', 'hu', 'uk');

  it('every span lies inside the text, in order, and the cue is what its span holds', () => {
    fc.assert(
      fc.property(texts, languages, (text, language) => {
        const points = Array.from(text);
        for (const { cue, cueSpan, speakerSpan, contentSpans } of extract(text, { language }).statements) {
          const spans = [...contentSpans, ...(cueSpan ? [cueSpan] : []), ...(speakerSpan ? [speakerSpan] : [])];
          for (const [start, end] of spans) expect(start >= 0 && start < end && end <= points.length).toBe(true);
          if (cueSpan) expect(points.slice(...cueSpan).join('')).toBe(cue);
          expect(contentSpans.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('astral characters and right-to-left text before a statement shift nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('🕊️', '𝒜', 'שלום', 'مرحبا', 'é', '한'), { maxLength: 8 }), (before) => {
        const text = `${before.join(' ')}\n\nAda Moor said that the port 🕊️ was open.`;
        const [start, end] = one(text, 'en').contentSpans[0] ?? [0, 0];
        expect(Array.from(text).slice(start, end).join('')).toBe('the port 🕊️ was open');
      }),
    );
  });
});
