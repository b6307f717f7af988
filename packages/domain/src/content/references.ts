import { z } from 'zod';
import { escapeSegment } from '../json-pointer';
import type { Kind } from '../kinds';
import { contentSchemas } from './content';

export interface FoundReference {
  /** JSON pointer to the reference inside the content. */
  field: string;
  kind: Kind;
  value: string;
}

/** Every reference to another record in a content, in the order of its fields. Tolerates content that is not valid yet. */
export function references(kind: Kind, content: unknown): FoundReference[] {
  const found: FoundReference[] = [];
  collect(contentSchemas[kind], content, '', found);
  return found;
}

/** As {@link walk}, without a copy of the content: a vote has hundreds of references, and is asked for them at each step. */
function collect(schema: z.core.$ZodType, value: unknown, field: string, found: FoundReference[]): void {
  if (value === null || value === undefined) return;
  const marked = markOf(schema);
  if (marked !== null) {
    if (typeof value === 'string') found.push({ field, kind: marked, value });
  } else if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    collect(schema.def.innerType as z.core.$ZodType, value, field, found);
  } else if (schema instanceof z.ZodArray) {
    if (Array.isArray(value)) value.forEach((item, index) => collect(schema.element, item, `${field}/${index}`, found));
  } else if (schema instanceof z.ZodObject) {
    if (typeof value !== 'object') return;
    for (const [key, item] of Object.entries(value)) {
      const property = Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined;
      if (property !== undefined) collect(property, item, `${field}/${escapeSegment(key)}`, found);
    }
  } else if (schema instanceof z.ZodUnion) {
    const chosen = chooseOption(schema.options as readonly z.core.$ZodType[], value);
    if (chosen !== undefined) collect(chosen, value, field, found);
  }
}

const marks = new WeakMap<z.core.$ZodType, Kind | null>();

/** The kind of record that a schema marks a reference to, if it does. */
function markOf(schema: z.core.$ZodType): Kind | null {
  const known = marks.get(schema);
  if (known !== undefined) return known;
  const marked = (schema instanceof z.ZodType ? schema.meta() : undefined)?.['ref'];
  const mark = typeof marked === 'string' ? (marked as Kind) : null;
  marks.set(schema, mark);
  return mark;
}

/** How records of a kind name others at a field, whatever the place in a list: `statement/claims/issue`. */
export const relationOf = (kind: Kind, field: string): string => kind + field.replaceAll(/\/\d+(?=\/|$)/g, '');

/** A copy of the content with every reference replaced; used for handles in bundles and for merged records. */
export function mapReferences(kind: Kind, content: unknown, replace: (reference: FoundReference) => string): unknown {
  return walk(contentSchemas[kind], content, '', replace);
}

function walk(
  schema: z.core.$ZodType,
  value: unknown,
  field: string,
  replace: (reference: FoundReference) => string,
): unknown {
  if (value === null || value === undefined) return value;
  const marked = markOf(schema);
  if (marked !== null) return typeof value === 'string' ? replace({ field, kind: marked, value }) : value;
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return walk(schema.def.innerType, value, field, replace);
  if (schema instanceof z.ZodArray) {
    return Array.isArray(value)
      ? value.map((item, index) => walk(schema.element, item, `${field}/${index}`, replace))
      : value;
  }
  if (schema instanceof z.ZodObject) return walkObject(schema, value, field, replace);
  if (schema instanceof z.ZodUnion) {
    const options = schema.options as readonly z.core.$ZodType[];
    const chosen = chooseOption(options, value);
    return chosen === undefined ? value : walk(chosen, value, field, replace);
  }
  return value;
}

function walkObject(
  schema: z.ZodObject,
  value: unknown,
  field: string,
  replace: (reference: FoundReference) => string,
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const property = Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined;
      return [key, property === undefined ? item : walk(property, item, `${field}/${escapeSegment(key)}`, replace)];
    }),
  );
}

/** The branch of a union a value takes: by its `type` for nodes; for references of any kind, by its prefix or path. */
function chooseOption(options: readonly z.core.$ZodType[], value: unknown): z.core.$ZodType | undefined {
  if (typeof value === 'object' && value !== null && 'type' in value) {
    return options.find((option) => {
      if (!(option instanceof z.ZodObject)) return false;
      const literal: unknown = option.shape['type'];
      return literal instanceof z.ZodLiteral && literal.value === value.type;
    });
  }
  if (typeof value !== 'string') return undefined;
  return options.find((option) => z.safeParse(option, value).success) ?? options[0];
}
