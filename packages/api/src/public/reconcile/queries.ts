import { actorTypes } from '@rapporteur/domain/content/actor';
import { RapporteurError } from '@rapporteur/domain/errors';
import { fromZod } from '@rapporteur/domain/from-zod';
import { unstorable } from '@rapporteur/domain/storable';
import { z } from 'zod';

// What clients of the Reconciliation Service API (0.2, W3C Entity Reconciliation Community Group) send. Bounds are ours.

/** How many queries one batch holds, how many candidates one query may ask for, and how many actors are extended at once. */
export const mostQueries = 50;
const mostCandidates = 25;
const mostExtended = 100;

const storable = z.string().refine((text) => unstorable(text) === null, 'holds a character that no name has');
const text = storable.max(300);
const scalar = z.union([text, z.number(), z.boolean(), z.strictObject({ id: text, name: text.optional() })]);
const listOf = <T extends z.ZodType>(item: T, most: number) =>
  z.union([item.transform((one) => [one]), z.array(item).max(most)]);

const query = z
  .strictObject({
    query: text.optional(),
    type: listOf(text, 10).optional(),
    type_strict: z.enum(['any', 'should', 'all']).optional(),
    limit: z
      .number()
      .min(1)
      .transform((limit) => Math.min(Math.floor(limit), mostCandidates))
      .default(10),
    properties: z
      .array(z.strictObject({ pid: text, v: listOf(scalar, 10) }))
      .max(10)
      .default([]),
  })
  .refine(
    (given) => given.query !== undefined || given.properties.length > 0,
    'asks for nothing: give query or properties',
  );
export type ReconciliationQuery = z.output<typeof query>;

const batch = z
  .record(storable.max(100), query)
  .refine((queries) => Object.keys(queries).length <= mostQueries, `holds more than ${mostQueries} queries`);

const extension = z.strictObject({
  ids: z.array(text).max(mostExtended),
  properties: z.array(z.strictObject({ id: text, settings: z.strictObject({}).optional() })).max(20),
});
export type Extension = z.output<typeof extension>;

/** The queries of a batch, by the names that the client gave them. */
export const readBatch = (json: string): Record<string, ReconciliationQuery> => read(batch, 'queries', json);

/** Which properties of which actors are asked for. */
export const readExtension = (json: string): Extension => read(extension, 'extend', json);

function read<T extends z.ZodType>(schema: T, name: string, json: string): z.output<T> {
  const parsed = schema.safeParse(jsonIn(name, json));
  if (!parsed.success) throw fromZod(parsed.error, 'This request is not valid.', `/${name}`);
  return parsed.data;
}

function jsonIn(name: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new RapporteurError('invalid_input', `"${name}" is not JSON.`, [
      { path: `/${name}`, message: 'is not JSON' },
    ]);
  }
}

/** The types of actors among those named; null where any will do, and none where only unknown ones are named. */
export function actorTypesIn(named: readonly string[] | undefined): (typeof actorTypes)[number][] | null {
  return named === undefined || named.length === 0 ? null : actorTypes.filter((type) => named.includes(type));
}
