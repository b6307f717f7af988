import { z } from 'zod';
import { actorTypes, identifierSchemes, nameUses } from '@rapporteur/domain/content/actor';
import { sourceForms, sourceRights } from '@rapporteur/domain/content/source';
import { languageTag, line, prose, webAddress } from '@rapporteur/domain/content/text';
import { edtfSchema } from '@rapporteur/domain/edtf';
import { kinds } from '@rapporteur/domain/kinds';
import { cleanStep, type CleanStep } from './clean';

/** The version of the language of mappings that this program reads. */
const mappingVersion = 1;

/** A name of the mapping's own: of a file, of a rule, of a value. */
const name = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, 'must be a name such as "roll_calls"');
const template = z.string().max(2000, 'is longer than 2,000 characters');

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day such as "1946-01-10"');

/** How a date is written, and which of them are not to be taken at their word. */
const dateRule = z.strictObject({
  order: z.enum(['ymd', 'dmy', 'mdy']),
  /** Days from `from` to `to` become a coarser date, marked as EDTF marks what is approximate (~) or uncertain (?). */
  inexact: z
    .array(
      z.strictObject({
        from: day,
        to: day,
        precision: z.enum(['day', 'month', 'year']),
        mark: z.enum(['~', '?', '%']).nullable(),
      }),
    )
    .max(100)
    .default([]),
});
export type DateRule = z.infer<typeof dateRule>;

const constant = z.union([z.string().max(20_000), z.number(), z.boolean(), z.null()]);

export interface Take {
  take: string;
  clean?: CleanStep[] | undefined;
  map?: Record<string, z.infer<typeof constant>> | undefined;
  date?: DateRule | undefined;
  else?: z.infer<typeof constant> | undefined;
}
/** What a field becomes: a constant, a template with columns in braces, an expression, or lists and objects of these. */
export type Value =
  | z.infer<typeof constant>
  | Take
  | { first: Value[] }
  | { distinct: Value[] }
  | { each: string; item: Value }
  | { actor: string }
  | Value[]
  | { [field: string]: Value };

const take = z.strictObject({
  take: template,
  clean: z.array(cleanStep).max(30).optional(),
  map: z.record(z.string(), constant).optional(),
  date: dateRule.optional(),
  else: constant.optional(),
});

const value: z.ZodType<Value> = z.lazy(() =>
  z.unknown().transform((given, context): Value => {
    const parsed = schemaOf(given).safeParse(given);
    if (parsed.success) return parsed.data as Value;
    for (const { input: _, ...issue } of parsed.error.issues as z.core.$ZodRawIssue[])
      context.issues.push({ ...issue, input: given } as z.core.$ZodRawIssue);
    return null;
  }),
);

/** An object is an expression by the first word of one; any other is an object of the content. */
function schemaOf(given: unknown): z.ZodType {
  if (Array.isArray(given)) return z.array(value).max(1000);
  if (typeof given !== 'object' || given === null) return constant;
  if ('take' in given) return take;
  if ('first' in given) return z.strictObject({ first: z.array(value).min(1).max(20) });
  if ('distinct' in given) return z.strictObject({ distinct: z.array(value).min(2).max(20) });
  if ('each' in given) return z.strictObject({ each: name, item: value });
  if ('actor' in given && typeof given.actor === 'string' && Object.keys(given).length === 1)
    return z.strictObject({ actor: name });
  return z.record(z.string().max(100), value);
}

/** The source that a file becomes; a long one is cut into several, between its rows. */
const fileSource = z.strictObject({
  slug: z.string().max(100),
  title: line,
  form: z.enum(sourceForms).default('dataset'),
  author: line.nullable().default(null),
  language: languageTag,
  published: edtfSchema.nullable().default(null),
  address: webAddress.nullable().default(null),
  archived_address: webAddress.nullable().default(null),
  rights: z.enum(sourceRights),
  licence: line.nullable().default(null),
  note: prose.nullable().default(null),
  /** How long the text of one part may be, in UTF-16 units. */
  part: z.int().min(1000).max(2_000_000).default(100_000),
});
export type FileSource = z.infer<typeof fileSource>;

const file = z.strictObject({
  path: z
    .string()
    .max(300)
    .regex(
      /^[\w][\w. -]*\.(csv|jsonl)(\.gz)?$/,
      'must be the name of a .csv or .jsonl file of the folder, perhaps .gz',
    ),
  /** The column whose value rows have in common that belong together. */
  key: z.string().max(200).optional(),
  source: fileSource.optional(),
});

/** Whom a name of the rows stands for during a time. */
const namedPeriod = z.strictObject({
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  name: line,
  /** In the scheme of the rule; none where the actor has none. */
  code: line.nullable().default(null),
  /** What the rule rests on, for whoever reads the report. */
  why: prose,
});
export type NamedPeriod = z.infer<typeof namedPeriod>;

const datedNames = z.strictObject({
  /** The date of a row: of its own, or of the first row of another file with the same key. */
  date: z.strictObject({ rows: name, take: template, date: dateRule }),
  names: z.record(line, z.array(namedPeriod).min(1).max(50)),
});
export type DatedRule = z.infer<typeof datedNames>;

const alias = z.union([
  line.transform((of) => ({ of, use: 'alias' as const })),
  z.strictObject({ of: line, use: z.enum(nameUses).exclude(['preferred']).default('alias') }),
]);

const actorRule = z.strictObject({
  rows: name,
  name: template,
  code: z.strictObject({ scheme: z.enum(identifierSchemes), value: template }).optional(),
  /** What rows call an actor that the record calls otherwise. */
  aliases: z.record(line, alias).default({}),
  /** Names that stand for one actor at one time, and for another at another. */
  dated: datedNames.optional(),
  unmatched: z.enum(['create', 'leave_out', 'stop']),
  create: z
    .strictObject({
      type: z.enum(actorTypes),
      language: languageTag,
      slug: template,
      /** What readers are told of some of them, by name. */
      describe: z.record(line, prose).default({}),
    })
    .optional(),
});
export type ActorRule = z.infer<typeof actorRule>;

const recordRule = z.strictObject({
  kind: z.enum(kinds),
  rows: name,
  slug: z.union([template, take]),
  /** Values that others may use by their names. */
  let: z.record(name, value).default({}),
  content: z.record(z.string().max(100), value),
  /** Of a source: its text. */
  text: z.union([template, take]).optional(),
  /** The passages: a field, and the rows it rests on: the record's own, or those of a file with the same key. */
  cite: z
    .array(z.strictObject({ field: z.string().max(200), rows: name }))
    .max(50)
    .default([]),
});
export type RecordRule = z.infer<typeof recordRule>;

const observation = z.union([
  z.strictObject({ rows: name, empty: z.string() }),
  z.strictObject({ rows: name, repeated: z.string() }),
]);
export type Observation = z.infer<typeof observation>;

/** A mapping: how the rows of some files become records. */
export const mapping = z.strictObject(
  {
    mapping: z.literal(mappingVersion, `this program reads version ${mappingVersion} of the language`),
    title: line,
    files: z.record(name, file).refine((files) => Object.keys(files).length <= 20, 'names more than 20 files'),
    actors: z.record(name, actorRule).default({}),
    records: z.array(recordRule).min(1).max(20),
    /** What the report counts besides. */
    report: z.array(observation).max(50).default([]),
  },
  { error: ({ code }) => (code === 'invalid_type' ? 'is no mapping, which begins with "mapping: 1"' : undefined) },
);
export type Mapping = z.infer<typeof mapping>;
