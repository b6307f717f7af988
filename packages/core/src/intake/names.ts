import { proposalSchemas, type ProposalKind } from '@rapporteur/domain/intake/proposal';
import type { Kind } from '@rapporteur/domain/kinds';
import { z } from 'zod';

export interface Named {
  /** JSON pointer into the payload. */
  path: string;
  kind: Kind;
  /** `#4`, or the id of a record. */
  name: string;
}

/** Every proposal and record that a payload names, in the order of its fields. */
export function namesIn(kind: ProposalKind, payload: unknown): Named[] {
  const found: Named[] = [];
  const visit = (schema: z.core.$ZodType, value: unknown, path: string): void => {
    if (schema instanceof z.ZodNullable) return visit(schema.def.innerType, value, path);
    const named = schema instanceof z.ZodType ? schema.meta()?.['ref'] : undefined;
    if (typeof named === 'string') {
      if (typeof value === 'string') found.push({ path, kind: named as Kind, name: value });
    } else if (schema instanceof z.ZodArray && Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(schema.element, item, `${path}/${index}`);
    } else if (schema instanceof z.ZodObject && typeof value === 'object' && value !== null) {
      for (const [key, field] of Object.entries<z.core.$ZodType>(schema.shape))
        visit(field, Reflect.get(value, key), `${path}/${key}`);
    }
  };
  visit(proposalSchemas[kind], payload, '');
  return found;
}
