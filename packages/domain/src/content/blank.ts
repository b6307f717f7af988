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
