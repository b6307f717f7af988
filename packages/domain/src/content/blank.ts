import type { Kind } from '../kinds';
import { shapeOf, type FieldShape } from './shape';

/**
 * What an editor begins with: nothing on record where that is an answer, an empty text where words are needed, one empty
 * item where a list needs one, and null for a choice that only a person can make. A blank does not meet its schema.
 */
export function blankOf(shape: FieldShape): unknown {
  if (shape.nullable) return null;
  switch (shape.form) {
    case 'group':
      return Object.fromEntries(Object.entries(shape.fields).map(([name, field]) => [name, blankOf(field)]));
    case 'list':
      return Array.from({ length: shape.least }, () => blankOf(shape.item));
    case 'choice':
      return null;
    case 'yesNo':
      return false;
    case 'rich':
      return { type: 'doc', content: [{ type: 'paragraph', content: [] }] };
    default:
      return '';
  }
}

/** The content of a new record of a kind, before anything is written. */
export const blankContent = (kind: Kind): Record<string, unknown> => blankOf(shapeOf(kind)) as Record<string, unknown>;

/**
 * A value made to have every field of its shape, and nothing that the shape has no place for: what an unfinished text of an
 * older desk, or of another program, can be edited as. What fits is kept as it is; what cannot be shown begins blank.
 */
export function fitToShape(shape: FieldShape, value: unknown): unknown {
  if (value === undefined || (value === null && !shape.nullable && shape.form !== 'choice')) return blankOf(shape);
  if (value === null) return null;
  switch (shape.form) {
    case 'group': {
      if (typeof value !== 'object' || Array.isArray(value)) return blankOf(shape);
      const fields = value as Record<string, unknown>;
      const known = Object.entries(shape.fields).map(([name, field]) => [
        name,
        fitToShape(field, Object.hasOwn(fields, name) ? fields[name] : undefined),
      ]);
      return Object.fromEntries(known);
    }
    case 'list':
      return Array.isArray(value) ? value.map((item: unknown) => fitToShape(shape.item, item)) : blankOf(shape);
    case 'rich':
      return typeof value === 'object' ? value : blankOf(shape);
    case 'yesNo':
      return typeof value === 'boolean' ? value : false;
    default:
      return typeof value === 'string' ? value : blankOf(shape);
  }
}

/** An unfinished content of a kind, made editable. */
export const editableContent = (kind: Kind, content: unknown): Record<string, unknown> =>
  fitToShape(shapeOf(kind), content) as Record<string, unknown>;
