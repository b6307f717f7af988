import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchor, mostCandidates, reanchor } from './anchor';
import { RapporteurError } from './errors';
import { occurrences } from './occurrences';
import {
  codePointLength,
  codePointPositions,
  normaliseText,
  passageFits,
  placeOf,
  selectPassage,
  selectPassages,
  sliceCodePoints,
  surroundings,
} from './passage';

const pieces = [
  'a',
  'b',
  ' ',
  '\n',
  'é',
  'e\u0301',
  '\u0301',
  '👩‍🚀',
  '𝒳',
  '🇺🇦',
  'שלום',
  'مرحبا',
  '\u200f',
  'Україна',
  '中',
  '\u00a0',
  '\r\n',
  '\ufeff',
  'ﬁ',
  '가',
  '\u1100\u1161',
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 120 }).map((parts) => parts.join('')),
  // Few letters, so that everything repeats.
  fc.array(fc.constantFrom('a', 'b', '𝒳'), { minLength: 1, maxLength: 120 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
);
const stored = text.map(normaliseText).filter((normal) => normal !== '');
const cut = fc.tuple(stored, fc.nat(), fc.nat()).map(([whole, one, other]) => {
  const length = codePointLength(whole);
  const start = one % length;
  return { whole, start, end: start + 1 + (other % (length - start)) };
});
const points = (value: string) => Array.from(value);

describe('normaliseText', () => {
  it('changes nothing when applied twice, and leaves text that PostgreSQL can hash the same way', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          fc.string({
            unit: fc.constantFrom('\r', '\n', '\ufeff', '\ud800', '\udc00', '\u0301', 'a', '\u2028', '\u2029'),
          }),
        ),
        (value) => {
          const once = normaliseText(value);
          expect(normaliseText(once)).toBe(once);
          expect(new TextDecoder().decode(new TextEncoder().encode(once))).toBe(once);
          expect(once).not.toMatch(/[\r\ufeff\u00a0\u2028\u2029]/);
        },
      ),
    );
  });

  it('keeps runs of spaces and trailing spaces', () => {
    expect(normaliseText('a\u00a0 b  \r\nc\rd\u2028e')).toBe('a  b  \nc\nd\ne');
  });
});

describe('selectors', () => {
  it('count code points, hold 32 of context, and fit their text', () => {
    fc.assert(
      fc.property(cut, ({ whole, start, end }) => {
        const selector = selectPassage(whole, start, end, 'sha');
        expect(selector.exact).toBe(points(whole).slice(start, end).join(''));
        expect(selector.prefix).toBe(
          points(whole)
            .slice(Math.max(0, start - 32), start)
            .join(''),
        );
        expect(selector.suffix).toBe(
          points(whole)
            .slice(end, end + 32)
            .join(''),
        );
        expect(sliceCodePoints(whole, start, end)).toBe(selector.exact);
        expect(codePointLength(whole)).toBe(points(whole).length);
        expect(passageFits(selector, whole)).toBe(true);
        expect(reanchor(selector, whole, 'sha')).toEqual({ state: 'verified', selector });
      }),
      { numRuns: 500 },
    );
  });

  it('are the same for many places of a text, in whatever order, as for each', () => {
    fc.assert(
      fc.property(cut, cut, ({ whole, start, end }, other) => {
        const places = [
          { start, end },
          { start: 0, end: start + 1 },
          { start: Math.min(other.start, start), end },
        ];
        const each = places.map((place) => selectPassage(whole, place.start, place.end, 'sha'));
        expect(selectPassages(whole, places, 'sha')).toEqual(each);
      }),
    );
    expect(() => selectPassages('abc', [{ start: 0, end: 4 }], 'sha')).toThrow(RapporteurError);
  });

  it('never fit where any of their words or their place is another', () => {
    fc.assert(
      fc.property(cut, fc.integer({ min: -3, max: 3 }), ({ whole, start, end }, shift) => {
        const selector = selectPassage(whole, start, end, 'sha');
        const moved = { ...selector, start: start + shift, end: end + shift };
        const there = points(whole).slice(moved.start, moved.end).join('');
        const stands =
          moved.start >= 0 &&
          there === selector.exact &&
          points(whole).slice(0, moved.start).join('').endsWith(selector.prefix) &&
          points(whole).slice(moved.end).join('').startsWith(selector.suffix);
        expect(passageFits(moved, whole)).toBe(stands);
        expect(passageFits({ ...selector, exact: `${selector.exact}!` }, whole)).toBe(false);
        expect(passageFits({ ...selector, end: end + 1 }, whole)).toBe(false);
      }),
    );
  });

  it.each([
    [-1, 2],
    [0, 0],
    [2, 1],
    [0, 4],
    [0.5, 2],
    [Number.NaN, 2],
    [0, Number.POSITIVE_INFINITY],
  ])('refuse %s to %s of three letters', (start, end) => {
    expect(() => selectPassage('abc', start, end, 'sha')).toThrow(RapporteurError);
  });
});

describe('anchor', () => {
  it('finds every cut of a text with enough context, and is unique only if the words stand there once', () => {
    fc.assert(
      fc.property(cut, ({ whole, start, end }) => {
        const { exact } = selectPassage(whole, start, end, 'sha');
        const normal = normaliseText(exact);
        const found = anchor(whole, exact);
        // A cut between a letter and its accent has no normal form of its own; it is anchored by position only.
        if (normal !== exact) return;
        const all = occurrences(whole, exact, 1000).length;
        expect(found.found).toBe(all === 1 ? 'unique' : 'ambiguous');
        if (found.found === 'unique') expect(found).toEqual({ found: 'unique', start, end });
        if (found.found === 'ambiguous' && !found.more) expect(found.candidates).toContainEqual({ start, end });
      }),
      { numRuns: 500 },
    );
  });

  it('lets context choose between repetitions', () => {
    const whole = '𝒳 The talks failed. 𝒳 The talks resumed.';
    expect(anchor(whole, 'The talks')).toMatchObject({
      found: 'ambiguous',
      candidates: [
        { start: 2, end: 11 },
        { start: 22, end: 31 },
      ],
    });
    expect(anchor(whole, 'The talks', { suffix: ' resumed' })).toEqual({ found: 'unique', start: 22, end: 31 });
    expect(anchor(whole, 'The talks', { suffix: ' collapsed' })).toMatchObject({
      found: 'absent',
      near: { start: 2, exact: 'The talks' },
    });
  });

  it('names the nearest wording of a quote that is absent', () => {
    const whole = `Opening remarks. ${'Filler words stand here. '.repeat(50)}The ministers agreed to expand the training of officers. End.`;
    const found = anchor(whole, 'The ministers agreed to intensify the training of officers');
    expect(found).toMatchObject({
      found: 'absent',
      near: { exact: 'The ministers agreed to expand the training of officers' },
    });
    expect(anchor(whole, 'Nothing of this was ever said by anyone')).toEqual({ found: 'absent', near: null });
    expect(anchor(whole, '')).toEqual({ found: 'absent', near: null });
  });

  it('bounds the candidates', () => {
    const found = anchor('a'.repeat(1000), 'a');
    expect(found).toMatchObject({ found: 'ambiguous', more: true });
    expect(found.found === 'ambiguous' && found.candidates.length).toBe(mostCandidates);
  });

  it('takes time in proportion to a text of five million letters, even a hostile one', () => {
    const hostile = 'a'.repeat(5_000_000);
    expect(anchor(hostile, `${'a'.repeat(5000)}b${'a'.repeat(5000)}`).found).toBe('absent');
    const prose = 'The ministers met in Brussels and said 𝒳 little. '.repeat(100_000);
    const whole = `${prose}Here it is.${prose}`.slice(0, 5_000_000);
    expect(anchor(whole, 'Here it was, said the ministers of nothing').found).toBe('absent');
  });
});

describe('reanchor', () => {
  const old =
    'Preface. The programme is voluntary and excludes lethal weapons. The ministers met in Brussels on Wednesday.';
  const start = old.indexOf('excludes');
  const selector = selectPassage(old, start, start + 'excludes lethal weapons'.length, 'old');

  it('follows unique words and carries the new fingerprint', () => {
    fc.assert(
      fc.property(text, (front) => {
        fc.pre(!/excludes lethal weapons/.test(front));
        const whole = normaliseText(`${front} ${old}`);
        const after = reanchor(selector, whole, 'new');
        expect(after.state).toBe('moved');
        if (after.state === 'moved') {
          expect(passageFits(after.selector, whole)).toBe(true);
          expect(after.selector).toMatchObject({ exact: selector.exact, sha256: 'new' });
        }
      }),
    );
  });

  it('says what stands there now', () => {
    expect(reanchor(selector, old.replace('excludes lethal', 'does not mention lethal'), 'new')).toMatchObject({
      state: 'changed',
      near: { exact: 'does not mention lethal weapons' },
    });
  });

  it('leaves repeated words to a person unless the context chooses', () => {
    const twice = `It excludes lethal weapons, and again it excludes lethal weapons. ${old}`;
    expect(reanchor(selector, twice, 'new')).toMatchObject({
      state: 'moved',
      selector: { start: start + twice.indexOf('Preface') },
    });
    const neither = 'It excludes lethal weapons, and again it excludes lethal weapons.';
    expect(reanchor(selector, neither, 'new')).toMatchObject({
      state: 'changed',
      near: null,
      candidates: [{ start: 3 }, { start: 41 }],
    });
  });

  it('calls a removed passage gone', () => {
    expect(reanchor(selector, 'Something else entirely was published here.', 'new')).toEqual({ state: 'gone' });
    expect(reanchor(selector, old.replace('excludes lethal weapons', ''), 'new')).toEqual({ state: 'gone' });
    expect(reanchor(selector, '', 'new')).toEqual({ state: 'gone' });
  });
});

describe('surroundings and places', () => {
  const whole = 'One. Two words.\n\nThird paragraph starts here. It goes on 𝒳 for a while. The end.';

  it('cut at words', () => {
    const at = Array.from(whole).indexOf('𝒳');
    expect(surroundings(whole, { start: at, end: at + 1 }, 9)).toEqual({ before: 'goes on ', after: ' for a' });
    expect(surroundings(whole, { start: 0, end: 3 }, 300)).toEqual({ before: '', after: whole.slice(3) });
  });

  it('count paragraphs and sentences', () => {
    expect(placeOf(whole, 0)).toEqual({ paragraph: 1, sentence: 1 });
    expect(placeOf(whole, 5)).toEqual({ paragraph: 1, sentence: 2 });
    expect(placeOf(whole, whole.indexOf('goes'))).toEqual({ paragraph: 2, sentence: 2 });
  });

  it('turn indices into code points in one pass', () => {
    expect(codePointPositions('a𝒳b', [0, 1, 3, 4])).toEqual([0, 1, 2, 3]);
  });
});

describe('occurrences', () => {
  it('finds the same with both algorithms', () => {
    const few = fc.array(fc.constantFrom('a', 'b'), { maxLength: 900 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(few, fc.integer({ min: 257, max: 400 }), fc.nat(500), (base, size, at) => {
        const whole = base.repeat(4);
        const pattern = whole.slice(at, at + size);
        const expected: number[] = [];
        for (let index = 0; pattern !== '' && index + pattern.length <= whole.length; index++) {
          if (whole.startsWith(pattern, index)) expected.push(index);
        }
        expect(occurrences(whole, pattern, 10_000)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
