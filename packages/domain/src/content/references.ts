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
  mapReferences(kind, content, (reference) => {
    found.push(reference);
    return reference.value;
  });
  return found;
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
  const marked = (schema instanceof z.ZodType ? schema.meta() : undefined)?.['ref'];
  if (typeof marked === 'string') {
    return typeof value === 'string' ? replace({ field, kind: marked as Kind, value }) : value;
  }
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
