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
  mapNames(proposalSchemas[kind], payload, '', (named) => {
    found.push(named);
    return named.name;
  });
  return found;
}

/** A copy of a payload that names others; what has no name any more is named no more. */
export const withNames = (kind: ProposalKind, payload: unknown, to: (name: string) => string | null): unknown =>
  mapNames(proposalSchemas[kind], payload, '', ({ name }) => to(name));

function mapNames(schema: z.core.$ZodType, value: unknown, path: string, to: (named: Named) => string | null): unknown {
  if (schema instanceof z.ZodNullable) return mapNames(schema.def.innerType, value, path, to);
  const named = schema instanceof z.ZodType ? schema.meta()?.['ref'] : undefined;
  if (typeof named === 'string')
    return typeof value === 'string' ? to({ path, kind: named as Kind, name: value }) : value;
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value
      .map((item, index) => mapNames(schema.element, item, `${path}/${index}`, to))
      .filter((item) => item !== null);
  if (schema instanceof z.ZodObject && typeof value === 'object' && value !== null) {
    const fields = Object.entries<z.core.$ZodType>(schema.shape).map(([key, field]) => [
      key,
      mapNames(field, Reflect.get(value, key), `${path}/${key}`, to),
    ]);
    return { ...value, ...Object.fromEntries(fields) };
  }
  return value;
}
