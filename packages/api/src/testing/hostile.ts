/** What no scalar may be taken for: conditions of a query builder, lists, and the spellings that some parsers make of them. */
const conditions: readonly unknown[] = [
  { not: '' },
  { contains: '' },
  { startsWith: 'a' },
  { in: ['a'] },
  { equals: null },
  { toString: 'x' },
  ['a'],
  [['a']],
];

/** Text and numbers that a program may take, and may not break at. */
const oddities: readonly unknown[] = [
  null,
  '',
  'null',
  'NaN',
  'a[not]=',
  'j:{"not":""}',
  'a\0b',
  'a\ud800b',
  '\u202eevil\u200b',
  'e\u0301'.repeat(300),
  "' OR '1'='1",
  '\'); DROP TABLE "Record"; --',
  '%_\\%',
  "a & b | !c <-> d:* ' \\",
  '{a,"b}',
  '$.x ? (@ > 1)',
  '0000-01-01',
  '9999-12-31',
  '0000-00-00T00:00:00Z',
  1e308,
  -0,
  -1,
  2 ** 53,
  2_147_483_647,
  0.5,
  'x'.repeat(50_000),
  true,
];

type Path = readonly (string | number)[];
interface Variant {
  path: Path;
  input: unknown;
  /** Whether the value is a condition in the place of a scalar: nothing may be done with it. */
  condition: boolean;
}

/** An input with one of its scalars, and every one in turn, replaced by what does not belong there. */
export function* hostileVariants(input: unknown): Generator<Variant> {
  for (const path of scalarsOf(input)) {
    for (const value of conditions) yield { path, input: withValue(input, path, value), condition: true };
    for (const value of oddities) yield { path, input: withValue(input, path, value), condition: false };
    yield { path, input: withValue(input, path, undefined), condition: false };
  }
}

function scalarsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return path.length === 0 ? [] : [path];
  return Object.entries(value).flatMap(([key, inner]) => scalarsOf(inner, [...path, key]));
}

/** A copy with one value replaced, as it comes over the wire: what is undefined is absent, what no JSON holds is null. */
function withValue(input: unknown, path: Path, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(input)) as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  let place = copy;
  for (const key of path.slice(0, -1)) place = place[key] as Record<string | number, unknown>;
  place[last] = value;
  return JSON.parse(JSON.stringify(copy));
}
