import { v7 } from 'uuid';
import { z } from 'zod';
import { RapporteurError } from './errors';
import { kindNames, kindOfPrefix, kinds, prefixOf, type Kind, type Prefix } from './kinds';

/** A permanent id of a record: kind, underscore, and a UUIDv7 in 26 lower-case base32 letters (TypeID 0.3). */
export type Id<K extends Kind = Kind> = `${(typeof kindNames)[K]['prefix']}_${string}`;

// Crockford's alphabet: no i, l, o, u, so that an id survives being read aloud.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
// 26 letters hold 130 bits and a UUID has 128: the first letter is at most 7.
const suffix = '[0-7][0-9abcdefghjkmnpqrstvwxyz]{25}';
const anyPattern = new RegExp(`^(${kinds.map(prefixOf).join('|')})_(${suffix})$`);

/** A new id of a kind. Ids made by one process sort in the order of their making. */
export function newId<K extends Kind>(kind: K): Id<K> {
  return idFromUuid(kind, v7());
}

/** The id of a kind over a given UUID, for ids that must come out the same every time. */
export function idFromUuid<K extends Kind>(kind: K, uuid: string): Id<K> {
  const digits = uuid.replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/i.test(digits)) throw new RapporteurError('invalid_input', `"${uuid}" is not a UUID.`);
  let number = BigInt(`0x${digits}`);
  let text = '';
  for (let index = 0; index < 26; index++) {
    text = alphabet.charAt(Number(number & 31n)) + text;
    number >>= 5n;
  }
  const prefix: Prefix = prefixOf(kind);
  return `${prefix}_${text}` as Id<K>;
}

/** The kind and the UUID of an id. Throws `invalid_input` for anything else, upper case included. */
export function parseId(id: string): { kind: Kind; uuid: string } {
  const [, prefix, text] = anyPattern.exec(id) ?? [];
  const kind = prefix === undefined ? null : kindOfPrefix(prefix);
  if (kind === null || text === undefined)
    throw new RapporteurError('invalid_input', `"${id.slice(0, 60)}" is not an id of a record.`);
  let number = 0n;
  for (const letter of text) number = (number << 5n) | BigInt(alphabet.indexOf(letter));
  const digits = number.toString(16).padStart(32, '0');
  const uuid = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { kind, uuid };
}

/** The kind of an id, or null where the text is not an id. */
export function kindOfId(id: string): Kind | null {
  const prefix = anyPattern.exec(id)?.[1];
  return prefix === undefined ? null : kindOfPrefix(prefix);
}

/** Ids of one kind. */
export const idSchema = <K extends Kind>(kind: K) =>
  z
    .string()
    .regex(
      new RegExp(`^${prefixOf(kind)}_${suffix}$`),
      `is not an id of ${article(kind)} ${kind} (${prefixOf(kind)}_…)`,
    );

/** Ids of any kind. */
export const anyIdSchema = z.string().regex(anyPattern, 'is not an id of a record');

const article = (kind: Kind) => (/^[aeiou]/.test(kind) ? 'an' : 'a');
