import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { readForm } from '../alerts/form';
import type { Address } from '../cache/address';
import { securityHeaders } from '../cache/security-headers';

type Data = Extract<Address, { to: 'page' | 'data' }>;

const service = '/api/reconcile';

/** Whether an address is of the service by which others match names with the record. */
export const isReconciliation = (path: string): boolean => /^\/api\/reconcile(?:[/?]|$)/.test(path);

/** Whether an address takes forms that only ask: a batch of queries is longer than an address can be. */
export const takesQuestions = (address: Address): address is Data => address.to === 'data' && address.path === service;

/** The longest form that asks, in bytes. */
const longestForm = 256 * 1024;

/** The address that asks what a form asks: answered and kept like any other. Null for what is no such form. */
export async function questionIn(address: Data, request: IncomingMessage): Promise<Data | null> {
  const form = await readForm(request, longestForm);
  if (form === null) return null;
  const query = new URLSearchParams(form).toString();
  const key = `${address.key}?${createHash('sha256').update(query).digest('base64url')}`;
  return { ...address, key, path: query === '' ? address.path : `${address.path}?${query}` };
}

const isFramed = (path: string): boolean => path.startsWith(`${service}/preview/`);

/**
 * What goes with a preview that other sites show in a frame: it loads nothing, runs nothing, and may only open its link. There
 * is nothing in it to be tricked into.
 */
const framed: readonly string[] = [
  'content-security-policy',
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors *; sandbox allow-popups allow-popups-to-escape-sandbox",
  'x-content-type-options',
  'nosniff',
  'referrer-policy',
  'strict-origin-when-cross-origin',
];

/** The headers that every answer at an address carries. */
export const protectionOf = (path: string): readonly string[] => (isFramed(path) ? framed : securityHeaders);
