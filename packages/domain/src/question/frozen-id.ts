import { readQuestion, writeQuestion, type Question } from './question';

/** A question as the record answered it once: at which version, and the beginning of the answer's fingerprint. */
export interface Frozen {
  question: Question;
  /** The newest publication that the answer knows of. */
  version: number;
  /** The first 128 bits of the SHA-256 of the answer, in hexadecimal digits. */
  fingerprint: string;
}

// An address of the site holds at most 1,024 characters.
const longest = 980;

const shape = /^([1-9]\d{0,14})-([0-9a-f]{32})-([A-Za-z0-9_-]+)$/;

/** The permanent address of an answer below the origin of the site. */
export const frozenAddress = (id: string): string => `/q/${id}`;

/**
 * The id of an answer. It holds the question itself, so that nothing has to be kept for it to be opened again. Null where
 * the question is longer than an address can hold.
 */
export function formatFrozenId({ question, version, fingerprint }: Frozen): string | null {
  const bytes = new TextEncoder().encode(writeQuestion(question));
  const id = `${version}-${fingerprint}-${toBase64Url(bytes)}`;
  return id.length > longest ? null : id;
}

/** Reads an id; null for anything that {@link formatFrozenId} does not write. */
export function parseFrozenId(id: string): Frozen | null {
  const [, version = '', fingerprint = '', encoded = ''] = (id.length > longest ? null : shape.exec(id)) ?? [];
  const text = encoded === '' ? null : fromBase64Url(encoded);
  const asked = text === null ? null : readQuestion(text);
  if (asked === null) return null;
  const frozen = { question: asked, version: Number(version), fingerprint };
  // Base64 can spell one text in several ways.
  return formatFrozenId(frozen) === id ? frozen : null;
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function fromBase64Url(text: string): string | null {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (sign) => sign.charCodeAt(0)));
  } catch {
    return null; // what cannot be decoded is no id
  }
}
