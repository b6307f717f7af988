import { RapporteurError } from '@rapporteur/domain/errors';
import { z } from 'zod';
import type { Endpoint } from './endpoint';

/** The names that `fields` may give at an endpoint; none where it chooses nothing. */
export function fieldNames({ answer, selects }: Pick<Endpoint, 'answer' | 'selects'>): string[] {
  if (selects === null || !(answer instanceof z.ZodObject)) return [];
  if (selects === 'answer') return Object.keys(answer.shape);
  const items: unknown = answer.shape['items'];
  const item = items instanceof z.ZodArray ? items.element : null;
  return item instanceof z.ZodObject ? Object.keys(item.shape) : [];
}

/** Takes `fields` out of the parameters that were given; null where everything is wanted. Refuses names that are not there. */
export function fieldsIn(endpoint: Endpoint, given: Map<string, string>): ReadonlySet<string> | null {
  const names = fieldNames(endpoint);
  const text = given.get('fields');
  if (text === undefined || names.length === 0) return null;
  given.delete('fields');
  const wanted = text.split(',');
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length === 0) return new Set(wanted);
  throw new RapporteurError('invalid_input', 'This answer has no such field.', [
    { path: '/fields', message: `must name fields of the answer: ${names.join(', ')}` },
  ]);
}

/** An answer, or each of its items, with the chosen fields alone. */
export function select({ selects }: Endpoint, answer: unknown, fields: ReadonlySet<string> | null): unknown {
  if (fields === null) return answer;
  const chosen = (from: object) => Object.fromEntries(Object.entries(from).filter(([name]) => fields.has(name)));
  if (selects === 'answer') return chosen(answer as object);
  const page = answer as { items: object[] };
  return { ...page, items: page.items.map(chosen) };
}
