import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical';
import { errorCodes, RapporteurError } from './errors';
import { fromZod } from './from-zod';
import { anyIdSchema, idFromUuid, idSchema, kindOfId, newId, parseId } from './ids';
import { formatStamp, parseStamp } from './instant';
import { formatPointer, getPointer, parsePointer } from './json-pointer';
import { kindOfSegment, kinds, segmentOf } from './kinds';
import { formatPermalink, parsePermalink } from './permalink';
import { slugify, slugSchema } from './slug';
import { textFragment } from './text-fragment';
import { z } from 'zod';

const kind = fc.constantFrom(...kinds);

describe('ids', () => {
  it('carry kind and UUID both ways', () => {
    fc.assert(
      fc.property(kind, fc.uuid(), (of, uuid) => {
        const id = idFromUuid(of, uuid);
        expect(parseId(id)).toEqual({ kind: of, uuid });
        expect(id).toMatch(/^[a-z]{3}_[0-7][0-9a-hjkmnp-tv-z]{25}$/);
        for (const other of kinds) expect(idSchema(other).safeParse(id).success).toBe(other === of);
      }),
    );
  });

  it('spell the examples of the TypeID specification', () => {
    expect(idFromUuid('actor', '00000000-0000-0000-0000-000000000000')).toBe('act_00000000000000000000000000');
    expect(idFromUuid('actor', '01890a5d-ac96-774b-bcce-b302099a8057')).toBe('act_01h455vb4pex5vsknk084sn02q');
    expect(idFromUuid('actor', 'ffffffff-ffff-ffff-ffff-ffffffffffff')).toBe('act_7zzzzzzzzzzzzzzzzzzzzzzzzz');
  });

  it('sort in the order of their making and never repeat', () => {
    const made = Array.from({ length: 2000 }, () => newId('statement'));
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  it.each([
    '',
    'stm_',
    'stm_8zzzzzzzzzzzzzzzzzzzzzzzzz',
    'STM_01h455vb4pex5vsknk084sn02q',
    'stm_01h455vb4pex5vsknk084sn02Q',
    'abc_01h455vb4pex5vsknk084sn02q',
    'stm_01h455vb4pex5vsknk084sn02q\n',
    'stm_01h455vb4pex5vsknk084sn02',
  ])('refuse %j', (text) => {
    expect(kindOfId(text)).toBeNull();
    expect(anyIdSchema.safeParse(text).success).toBe(false);
    expect(() => parseId(text)).toThrow(RapporteurError);
  });
});

describe('kinds', () => {
  it('are found again by their address segment', () => {
    for (const each of kinds) expect(kindOfSegment(segmentOf(each))).toBe(each);
    for (const none of ['', 'actor', 'toString', '__proto__']) expect(kindOfSegment(none)).toBeNull();
  });
});

describe('permalinks', () => {
  it('are read as written', () => {
    fc.assert(
      fc.property(kind, fc.uuid(), fc.integer({ min: 1, max: 2_147_483_647 }), (of, uuid, revision) => {
        const id = idFromUuid(of, uuid);
        expect(parsePermalink(formatPermalink(id, revision))).toEqual({ id, revision });
        expect(parsePermalink(`${id}@${revision}`)).toEqual({ id, revision });
      }),
    );
  });

  it.each(['@0', '@', '', '@01', '@-1', '@1.5', '@2147483648', '@1/', '@1 ', '@1\n'])(
    'refuse a revision written %j',
    (end) => {
      expect(() => parsePermalink(`/r/${newId('statement')}${end}`)).toThrow(RapporteurError);
    },
  );
});

describe('JSON pointers', () => {
  it('are read as written', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (segments) => {
        expect(parsePointer(formatPointer(segments))).toEqual(segments);
      }),
    );
  });

  it('follow RFC 6901, own properties only', () => {
    const document = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'm~n': 8, 'k"l': 6 };
    expect(['', '/foo/0', '/', '/a~1b', '/m~0n', '/k"l'].map((pointer) => getPointer(document, pointer))).toEqual([
      document,
      'bar',
      0,
      1,
      8,
      6,
    ]);
    for (const nowhere of ['/foo/01', '/foo/-', '/foo/2', '/foo/length', '/constructor', '/foo/0/0'])
      expect(getPointer(document, nowhere)).toBeUndefined();
    expect(() => getPointer(document, 'foo')).toThrow(RapporteurError);
    expect(() => getPointer(document, '/~2')).toThrow(RapporteurError);
  });
});

describe('stamps', () => {
  it('are read as written', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }),
        (instant) => {
          expect(parseStamp(formatStamp(instant))?.getTime()).toBe(Math.floor(instant.getTime() / 1000) * 1000);
        },
      ),
    );
    expect(parseStamp('20231130120000')?.toISOString()).toBe('2023-11-30T12:00:00.000Z');
  });

  it.each([
    '',
    '2023',
    '20230230000000',
    '20231130240000',
    '20231130126000',
    '20231130120060',
    '20231330120000',
    '20231130120000Z',
    ' 2023113012000',
    '2023113012000\n',
    '２０２３１１３０１２００００',
    '00001130120000',
    '00000001000000',
    '99991332000000',
  ])('refuse %j', (stamp) => {
    expect(parseStamp(stamp)).toBeNull();
  });
});

describe('slugs', () => {
  it('of any title are valid or empty, and stay themselves', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.lorem({ maxCount: 60 })), (title) => {
        const slug = slugify(title);
        if (slug !== '') expect(slugSchema.safeParse(slug).success).toBe(true);
        expect(slugify(slug)).toBe(slug);
      }),
    );
  });

  it.each([
    ['NATO–Ukraine 2024', 'nato-ukraine-2024'],
    ['Péter Szijjártó', 'peter-szijjarto'],
    ['Згурський, Єнакієве, Їжакевич', 'zghurskyi-yenakiieve-yizhakevych'],
    ["Кам'янець-Подільський", 'kamianets-podilskyi'],
    ['Łódź & Straße', 'lodz-strasse'],
    ['中文', ''],
  ])('spell %s', (title, slug) => expect(slugify(title)).toBe(slug));

  it.each(['', '-a', 'a-', 'a--b', 'A', 'a/b', 'a b', 'é', 'a\n', 'a'.repeat(121)])('refuse %j', (slug) => {
    expect(slugSchema.safeParse(slug).success).toBe(false);
  });
});

describe('text fragments', () => {
  it.each([
    ['not NATO’s war', '#:~:text=not%20NATO%E2%80%99s%20war'],
    ['arms, and well-known & paid', '#:~:text=arms%2C%20and%20well%2Dknown%20%26%20paid'],
    ['First line here\nand second line there', '#:~:text=First%20line%20here,second%20line%20there'],
    [' … ', ''],
  ])('of %j', (exact, fragment) => expect(textFragment(exact)).toBe(fragment));

  it('have exactly the delimiters they mean', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.lorem({ maxCount: 80 })), (exact) => {
        const fragment = textFragment(exact);
        if (fragment !== '') expect(fragment).toMatch(/^#:~:text=[A-Za-z0-9._~%]+(,[A-Za-z0-9._~%]+)?$/);
      }),
    );
  });
});

describe('errors', () => {
  it('are ten', () => expect(new Set(errorCodes).size).toBe(10));

  it('name each fault by JSON pointer', () => {
    const schema = z.strictObject({
      steps: z.array(z.strictObject({ 'a/b': z.string() })),
      either: z.union([z.string(), z.strictObject({ inner: z.number() })]),
    });
    const result = schema.safeParse({ steps: [{ 'a/b': 1 }], either: { inner: 'x' }, more: 1 });
    expect(result.success).toBe(false);
    if (result.success) return;
    const error = fromZod(result.error, 'Not valid.', '/content');
    expect(error).toMatchObject({ code: 'invalid_input', message: 'Not valid.' });
    expect(error.issues.map(({ path }) => path).sort()).toEqual([
      '/content/either/inner',
      '/content/more',
      '/content/steps/0/a~1b',
    ]);
  });
});

describe('canonical JSON', () => {
  it('does not depend on the order of keys, and is read back the same', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
      }),
    );
  });

  it.each([[undefined], [Number.NaN], [Number.POSITIVE_INFINITY], [[1n]], [() => 1]])('refuses %s', (value) => {
    expect(() => canonicalJson(value)).toThrow(RapporteurError);
  });
});
