import { RapporteurError } from '@rapporteur/domain/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from './json';
import { parseBundle } from './parse';
import { rawLines } from './raw-lines';
import { bundleOf, sampleMeeting, sampleSource, sampleState } from './sample';

const sound = bundleOf(sampleSource, sampleState(), sampleMeeting);

async function faults(text: string): Promise<[string, string][]> {
  try {
    await parseBundle(text);
  } catch (error) {
    if (error instanceof RapporteurError) return error.issues.map(({ path, message }) => [path, message]);
    throw error;
  }
  return [];
}

describe('a bundle', () => {
  it('is the same with a byte order mark, with CRLF and with empty lines', async () => {
    const lines = await parseBundle(sound);
    expect(lines).toHaveLength(3);
    expect(await parseBundle(`\ufeff${sound}`)).toEqual(lines);
    expect(await parseBundle(sound.replaceAll('\n', '\r\n'))).toEqual(lines);
    expect(await parseBundle(`${sound}\n\n \n`)).toEqual(lines);
  });

  it('without a header is refused for that alone', async () => {
    const header = [['line 1', 'the first line must be the header, such as {"bundle":1}']];
    expect(await faults(sound.split('\n').slice(1).join('\n'))).toEqual(header);
    expect(await faults('[]')).toEqual(header);
    expect(await faults('{"bundle":2}')).toEqual([['line 1 /bundle', 'this program reads version 1 of the format']]);
    expect(await faults(' \n')).toEqual([['line 1', 'the bundle is empty']]);
    expect(await faults(sound.replaceAll('\n', '\r'))).toEqual([['line 1', 'is not JSON; is the bundle whole?']]);
  });

  it('that was cut off is refused at its last line', async () => {
    expect(await faults(sound.slice(0, -40))).toEqual([['line 4', 'is not JSON; is the bundle whole?']]);
  });

  it.each([
    ['"slug":"sample-meeting"', '"slug":"sample-meeting","slug":"other"', '/slug', 'stands twice'],
    ['"date":"2021-05-03"', String.raw`"date":"2021-05-03","d\u0061te":"2021-05-04"`, '/content/date', 'stands twice'],
    ['"role":"participant"', '"role":"participant","role" : "host"', '/content/participants/0/role', 'stands twice'],
    ['"date":"2021-05-03"', '"date":"2021-05-03","__proto__":{"a":1}', '/content/__proto__', 'is not a field'],
    ['"slug":"sample-meeting"', String.raw`"slug":"a\u0000b"`, '/slug', 'NUL'],
    ['"actors/sampleland"', String.raw`"actors/\u0000"`, '/content/participants/0/actor', 'NUL'],
    ['"partOf":null', String.raw`"partOf":"events/\ud800"`, '/content/partOf', 'half of a character pair'],
    ['"slug":"sample-meeting"', String.raw`"slug":"a\ud800"`, '/slug', 'half of a character pair'],
  ])('with %s as %s is refused at its field', async (part, other, path, message) => {
    const line = sound.split('\n').findLastIndex((each) => each.includes(part)) + 1;
    const last = sound.lastIndexOf(part);
    const text = sound.slice(0, last) + other + sound.slice(last + part.length);
    expect(await faults(text)).toEqual([[`line ${line} ${path}`, expect.stringContaining(message)]]);
  });

  it('with half of a character pair that is not written as an escape is refused, be it as text or as bytes', async () => {
    const halved = sound.replace('"slug":"sample-meeting"', '"slug":"a\ud800"');
    await expect(parseBundle(halved)).rejects.toThrow('half of a character pair');
    const bytes = Buffer.from(sound.replace('sample-meeting', '???'));
    bytes.set([0xed, 0xa0, 0x80], bytes.indexOf('???'));
    const found: unknown[] = [];
    const whole = {
      length: bytes.length,
      read: async (from: number, length: number) => bytes.subarray(from, from + length),
    };
    for await (const { line, raw } of rawLines(whole)) if (typeof raw !== 'string') found.push([line, raw.message]);
    expect(found).toEqual([[4, 'is not UTF-8']]);
  });

  it('with an endless name does not make the report endless', async () => {
    const [fault] = await faults(bundleOf({ ...sampleMeeting, ['x'.repeat(1_000_000)]: 1 }));
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
