import fc from 'fast-check';
import type { describe } from '../document';

type Described = ReturnType<typeof describe>;
type Schema = Record<string, unknown>;
interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: Schema;
}

/** What no parameter should be, written as an address writes it: texts, numbers, conditions, and what is no text at all. */
const oddities = [
  '',
  '%00',
  '%ED%A0%80',
  '%C0%80',
  '%',
  '%zz',
  '%F0%9F%95%8A',
  '%E2%80%AEevil',
  `e${'%CC%81'.repeat(200)}`,
  '-1',
  '-0',
  '0',
  '1e309',
  '9007199254740993',
  '99999999999999999999',
  '0.5',
  'NaN',
  'null',
  'undefined',
  '[object+Object]',
  '{"not":""}',
  '%27%20OR%20%271%27=%271',
  '%27);DROP%20TABLE%20x;--',
  '*',
  '__proto__',
  'constructor',
  '0000-00-00T00:00:00Z',
  '9999-12-31',
  'a%2Fb',
  '..',
  'x'.repeat(3000),
  'WyJhIl0',
  'bm9uZQ',
];

const anyText = fc.string({ unit: 'grapheme', maxLength: 40 }).map(encodeURIComponent);
const odd = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...oddities) }, { weight: 1, arbitrary: anyText });

/** A value that a schema of a parameter describes, percent-encoded. */
function fitting(schema: Schema): fc.Arbitrary<string> {
  const { type, minimum, maximum, pattern, format } = schema;
  const choices = schema['enum'] as string[] | undefined;
  const union = schema['anyOf'] as Schema[] | undefined;
  if (choices !== undefined) return fc.constantFrom(...choices);
  if (union !== undefined) return fc.oneof(...union.map(fitting));
  if (type === 'integer') return fc.integer({ min: Number(minimum), max: Math.min(Number(maximum), 1e6) }).map(String);
  if (type === 'array')
    return fc
      .array(fitting(schema['items'] as Schema), { minLength: 1, maxLength: 3 })
      .map((values) => values.join(','));
  if (format === 'date-time')
    return fc
      .date({ min: new Date('0001-01-01'), max: new Date('9999-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString());
  if (typeof pattern === 'string')
    return fc.stringMatching(new RegExp(pattern)).map((text) => encodeURIComponent(text.slice(0, 120)));
  return fc.string({ maxLength: 30 }).map(encodeURIComponent);
}

/**
 * Targets of every operation: what the document describes, about what is there. In two of three, one parameter is replaced by
 * what does not fit, or one is there that does not belong.
 */
export function generatedTargets(described: Described, keysOf: (segment: string) => readonly string[]) {
  const targets = Object.entries(described.paths ?? {}).map(([path, { get }]) => {
    const parameters = (get?.parameters ?? []) as unknown as Parameter[];
    const [, segment = ''] = path.split('/');
    const places = parameters.filter((parameter) => parameter.in === 'path');
    const query = parameters.filter((parameter) => parameter.in === 'query' && parameter.name !== 'asOf');
    const named = places.map(({ schema }) => {
      const keys = keysOf(segment);
      return keys.length === 0 ? fitting(schema) : fc.constantFrom(...keys);
    });
    const needed = query.filter(({ required }) => required === true).map(({ name }) => name);
    const asked = fc.record(Object.fromEntries(query.map(({ name, schema }) => [name, fitting(schema)])), {
      requiredKeys: needed,
    });
    const indexes = places.map((_, at) => at);
    const spoilt = fc.oneof(
      fc.constant(null),
      fc.record({ name: fc.constantFrom(...query.map(({ name }) => name), ...foreign), value: odd }),
      ...(indexes.length === 0 ? [] : [fc.record({ place: fc.constantFrom(...indexes), value: odd })]),
    );
    return fc
      .tuple(fc.tuple(...named), asked, spoilt)
      .map(([names, values, wrong]) => write(path, names, values, wrong));
  });
  return fc.oneof(...targets);
}

const foreign = ['draft', 'state', 'limit', 'fields', 'q[not]', 'q', '__proto__'];

type Wrong = { name: string; value: string } | { place: number; value: string } | null;

function write(path: string, names: readonly string[], values: object, wrong: Wrong): string {
  let at = 0;
  const filled = path.replaceAll(/\{[^}]+\}/g, () => {
    const place = at++;
    return wrong !== null && 'place' in wrong && wrong.place === place ? wrong.value : (names[place] ?? '');
  });
  const asked = new Map<string, unknown>(Object.entries(values));
  if (wrong !== null && 'name' in wrong) asked.set(wrong.name, wrong.value);
  const text = [...asked].map(([name, given]) => `${name}=${String(given)}`).join('&');
  return `/api/v1${filled === '/' ? '' : filled}${text === '' ? '' : `?${text}`}`;
}
