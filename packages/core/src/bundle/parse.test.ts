import { RapporteurError } from '@rapporteur/domain/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from './json';
import { parseBundle } from './parse';
import { bundleOf, sampleMeeting, sampleSource, sampleState } from './sample';

const sound = bundleOf(sampleSource, sampleState(), sampleMeeting);

function faults(text: string): [string, string][] {
  try {
    parseBundle(text);
  } catch (error) {
    if (error instanceof RapporteurError) return error.issues.map(({ path, message }) => [path, message]);
    throw error;
  }
  return [];
}

describe('a bundle', () => {
  it('is the same with a byte order mark, with CRLF and with empty lines', () => {
    const lines = parseBundle(sound);
    expect(lines).toHaveLength(3);
    expect(parseBundle(`\ufeff${sound}`)).toEqual(lines);
    expect(parseBundle(sound.replaceAll('\n', '\r\n'))).toEqual(lines);
    expect(parseBundle(`${sound}\n\n \n`)).toEqual(lines);
  });

  it('without a header is refused for that alone', () => {
    const header = [['line 1', 'the first line must be the header, such as {"bundle":1}']];
    expect(faults(sound.split('\n').slice(1).join('\n'))).toEqual(header);
    expect(faults('[]')).toEqual(header);
    expect(faults('{"bundle":2}')).toEqual([['line 1 /bundle', 'this program reads version 1 of the format']]);
    expect(faults(' \n')).toEqual([['line 1', 'the bundle is empty']]);
    expect(faults(sound.replaceAll('\n', '\r'))).toEqual([['line 1', 'is not JSON; is the bundle whole?']]);
  });

  it('that was cut off is refused at its last line', () => {
    expect(faults(sound.slice(0, -40))).toEqual([['line 4', 'is not JSON; is the bundle whole?']]);
  });

  it.each([
    ['"slug":"sample-meeting"', '"slug":"sample-meeting","slug":"other"', '/slug', 'stands twice'],
    ['"date":"2021-05-03"', String.raw`"date":"2021-05-03","d\u0061te":"2021-05-04"`, '/content/date', 'stands twice'],
    ['"role":"participant"', '"role":"participant","role" : "host"', '/content/participants/0/role', 'stands twice'],
    ['"date":"2021-05-03"', '"date":"2021-05-03","__proto__":{"a":1}', '/content/__proto__', 'is not a field'],
    ['"slug":"sample-meeting"', String.raw`"slug":"a\u0000b"`, '/slug', 'NUL'],
    ['"actors/sampleland"', String.raw`"actors/\u0000"`, '/content/participants/0/actor', 'NUL'],
    ['"partOf":null', String.raw`"partOf":"events/\ud800"`, '/content/partOf', 'half of a character pair'],
    ['"slug":"sample-meeting"', '"slug":"a\ud800"', '/slug', 'half of a character pair'],
  ])('with %s as %s is refused at its field', (part, other, path, message) => {
    const line = sound.split('\n').findLastIndex((each) => each.includes(part)) + 1;
    const last = sound.lastIndexOf(part);
    const text = sound.slice(0, last) + other + sound.slice(last + part.length);
    expect(faults(text)).toEqual([[`line ${line} ${path}`, expect.stringContaining(message)]]);
  });

  it('with an endless name does not make the report endless', () => {
    const [fault] = faults(bundleOf({ ...sampleMeeting, ['x'.repeat(1_000_000)]: 1 }));
    expect(fault?.[0].length).toBeLessThan(320);
    expect(fault?.[1]).toBe('is not a field of this record');
  });
});

describe('JSON', () => {
  it('is read as JSON.parse reads it, and a repeated name anywhere is refused where it stands', () => {
    const names = fc.dictionary(
      fc.string().filter((name) => name !== '__proto__'),
      fc.jsonValue(),
      { minKeys: 1 },
    );
    fc.assert(
      fc.property(names, fc.string({ unit: 'binary' }), fc.nat(), (object, noise, pick) => {
        const raw = JSON.stringify([noise.replaceAll(/[\0\p{Surrogate}]/gu, ''), { inner: object }]);
        const expected: unknown = JSON.parse(raw);
        fc.pre(!raw.includes('__proto__') && !/\\u/.test(raw));
        expect(parseJson(raw)).toEqual(expected);
        const name = JSON.stringify(Object.keys(object)[pick % Object.keys(object).length]);
        const twice = raw.replace(/\}\}\]$/, () => `,${name}:0}}]`);
        const refused = parseJson(twice);
        expect(refused).toBeInstanceOf(RapporteurError);
        expect((refused as RapporteurError).issues[0]?.path).toMatch(/^\/1\/inner\//);
      }),
    );
  });
});
