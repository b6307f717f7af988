import { z } from 'zod';
import { parsePointer } from '../json-pointer';
import type { Kind } from '../kinds';
import { contentSchemas } from './content';
import { line, prose } from './text';

/** Whether a field of a record holds free text, as one line or in paragraphs, and not a date, a name of a choice or an id. */
export function isTextField(kind: Kind, pointer: string): boolean {
  let schema: z.core.$ZodType | undefined = contentSchemas[kind];
  for (const segment of parsePointer(pointer)) {
    schema = unwrap(schema);
    if (schema instanceof z.ZodArray) schema = schema.element;
    else if (schema instanceof z.ZodObject) {
      schema = Object.hasOwn(schema.shape, segment) ? (schema.shape[segment] as z.core.$ZodType) : undefined;
    } else return false;
  }
  const leaf = unwrap(schema);
  return leaf === line || leaf === prose;
}

function unwrap(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  let inner = schema;
  while (inner instanceof z.ZodNullable || inner instanceof z.ZodOptional) inner = inner.def.innerType;
  return inner;
}
