import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { seal, unseal } from '../sealed';

/** Secrets of webhooks begin so, as Standard Webhooks has it; the rest is the key in base64. */
const prefix = 'whsec_';

/** What a receiver checks deliveries with: 256 bits of chance. */
export const newWebhookSecret = (): string => prefix + randomBytes(32).toString('base64');

/** The key that secrets are sealed with: of the secret that the desk and the workers of an installation share. */
const keyOf = (installation: string): Buffer =>
  Buffer.from(hkdfSync('sha256', installation, '', 'rapporteur webhooks', 32));

export const sealSecret = (secret: string, installation: string): string => seal(secret, keyOf(installation));
/** Throws where it was sealed with another secret, or altered. */
export const openSecret = (sealed: string, installation: string): string => String(unseal(sealed, keyOf(installation)));

export interface Signed {
  'webhook-id': string;
  'webhook-timestamp': string;
  'webhook-signature': string;
}

/** The headers that vouch for a message (Standard Webhooks: HMAC-SHA256 over id, seconds since 1970, and body, joined by dots). */
export function sign(secret: string, { id, at, body }: { id: string; at: Date; body: string }): Signed {
  const seconds = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${mac}` };
}
