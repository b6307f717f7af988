import { RapporteurError, type FieldIssue } from '@rapporteur/domain/errors';
import { fromZod } from '@rapporteur/domain/from-zod';
import { idSchema } from '@rapporteur/domain/ids';
import type { Kind } from '@rapporteur/domain/kinds';
import { regionSchema } from '@rapporteur/domain/region/m49';
import { slugSchema } from '@rapporteur/domain/slug';
import { language as languages } from '@rapporteur/domain/translation/languages';
import { z } from 'zod';
import { cursor, pageSize } from '../../inputs';
import type { Shape } from './endpoint';

/** The parameters that lists have in common. `limit` counts the items of a page. */
export const paged = (most = 100, usual = 50) => ({
  after: cursor.optional().meta({ description: 'Where to go on: the `next` of the page before.' }),
  limit: (most === 100 ? pageSize : z.int().min(1).max(most))
    .default(usual)
    .meta({ description: `How many items a page holds, at most ${most}.` }),
});

/** A region that actors are to lie in. */
export const regionAsked = regionSchema.optional().meta({
  description:
    'A region of UN M49 by its number, such as 150 for Europe: only actors whose code of ISO 3166-1 lies in it.',
});

export const language = languages
  .optional()
  .meta({ description: 'The language to read it in, where it is translated.' });

/** A record of a kind, by the last part of its address or by its id. */
export const keyOf = (kind: Kind) =>
  z
    .union([idSchema(kind), slugSchema], {
      error: 'must be a slug of small letters, digits and hyphens, such as "hungary", or a permanent id',
    })
    .meta({ description: `The ${kind}: its slug, or its permanent id.` });

/** Reads parameters as a schema has them: numbers and lists are written as text. Refuses unknown ones, by name. */
export function readParameters<S extends Shape>(
  shape: S,
  given: ReadonlyMap<string, string>,
): z.output<z.ZodObject<S>> {
  const values = Object.fromEntries(
    [...given].map(([name, text]) => [name, Object.hasOwn(shape, name) ? valueOf(shape[name], text) : text]),
  );
  const read = schemaOf(shape).safeParse(values);
  if (read.success) return read.data as z.output<z.ZodObject<S>>;
  const { issues } = fromZod(read.error, '');
  throw new RapporteurError(
    'invalid_input',
    'This request has a parameter that does not fit. Each is told with what is wrong.',
    onceEach(
      issues.map(({ path, message }) => ({
        path,
        message: inWords(schemaAt(shape, path)) ?? message.replace('a field of this record', 'a parameter here'),
      })),
    ),
  );
}

/** What is wrong in several ways and said in the same words is said once. */
const onceEach = (issues: readonly FieldIssue[]): FieldIssue[] => [
  ...new Map(issues.map((issue) => [`${issue.path} ${issue.message}`, issue])).values(),
];

/** The schema of a parameter, or of one of its several values. */
function schemaAt(shape: Shape, path: string): z.ZodType | undefined {
  const [, name = '', nth] = path.split('/');
  const schema = within(shape[name]);
  return nth !== undefined && schema instanceof z.ZodArray ? within(schema.element as z.ZodType) : schema;
}

/** What may be given, in words, where that is a number or one of a few names; nothing for anything else. */
function inWords(wanted: z.ZodType | undefined): string | undefined {
  if (wanted instanceof z.ZodEnum) return `must be one of ${wanted.options.join(', ')}`;
  if (!(wanted instanceof z.ZodNumber)) return undefined;
  const { minValue, maxValue } = wanted;
  return maxValue === null || maxValue >= Number.MAX_SAFE_INTEGER
    ? `must be a whole number, at least ${minValue ?? 0}`
    : `must be a whole number from ${minValue ?? 0} to ${maxValue}`;
}

const made = new WeakMap<Shape, z.ZodObject>();

/** The schema of some parameters. It is made once: making one costs more than reading a list. */
function schemaOf(shape: Shape): z.ZodObject {
  const schema = made.get(shape) ?? z.strictObject(shape);
  made.set(shape, schema);
  return schema;
}

/** A value as its schema wants it; what cannot be read stays as it is, for the schema to refuse. */
function valueOf(schema: z.ZodType | undefined, text: string): unknown {
  switch (typeIn(schema)) {
    case 'number':
      return /^-?\d{1,16}$/.test(text) ? Number(text) : text;
    case 'array':
      return text.split(',');
    default:
      return text;
  }
}

/** What a schema is, without what may be left out. */
export const typeIn = (schema: z.ZodType | undefined): string | undefined => within(schema)?.def.type;

function within(schema: z.ZodType | undefined): z.ZodType | undefined {
  const { innerType } = (schema?.def ?? {}) as { innerType?: z.ZodType };
  return innerType === undefined ? schema : within(innerType);
}
