import { createHash } from 'node:crypto';

/** What a token looks like: 256 bits of chance in base64url. */
export const tokenPattern = /^[A-Za-z0-9_-]{43}$/;

/** Under which a token is kept: whoever reads the table cannot use what stands in it. */
export const hashToken = (token: string): string => createHash('sha256').update(token, 'utf8').digest('hex');
