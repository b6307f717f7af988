import canonicalize from 'canonicalize';
import { RapporteurError } from './errors';

/**
 * JSON in its one canonical spelling (RFC 8785, JCS): what hashes are taken over. Throws `invalid_input` for what
 * JSON cannot hold (NaN, ±Infinity, a bigint, a loop); a property that is undefined is absent, as everywhere in JSON.
 */
export function canonicalJson(value: unknown): string {
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch (error) {
    throw new RapporteurError('invalid_input', 'This value has no JSON form.', [], { cause: error });
  }
  if (text === undefined) throw new RapporteurError('invalid_input', 'This value has no JSON form.');
  return text;
}
