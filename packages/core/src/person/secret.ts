import { createHash, randomBytes } from 'node:crypto';

/** A secret that is shown once, and what is kept of it: 256 bits of chance need no slow hash. */
export function newSecret(prefix = ''): { secret: string; hash: string } {
  const secret = prefix + randomBytes(32).toString('base64url');
  return { secret, hash: hashOf(secret) };
}

/** What is kept of a secret: its SHA-256 in hexadecimal. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
