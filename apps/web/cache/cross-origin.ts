import { isReconciliation } from '../programs/reconciliation';
import { isRest } from './rest-address';

/** Whether an address is for programs, in browsers too: the interface, the procedures, and the service that matches names. */
export const isForEveryOrigin = (path: string): boolean =>
  isRest(path) || isReconciliation(path) || path.startsWith('/api/trpc/');

/**
 * What lets programs in any browser read the interface (CORS): everything in it is public and the same for all, so no
 * credentials are let in, and no origin is told apart.
 */
export const openToAll: readonly string[] = [
  'access-control-allow-origin',
  '*',
  'access-control-expose-headers',
  'etag, link, location, memento-datetime, ratelimit, ratelimit-policy, retry-after',
];

/** The answer to a browser that asks before it reads. */
export const preflight: readonly string[] = [
  ...openToAll,
  'access-control-allow-methods',
  'GET, HEAD',
  'access-control-allow-headers',
  'authorization, if-none-match, last-event-id',
  'access-control-max-age',
  '86400',
];
