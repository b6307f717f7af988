import type { Purpose } from './link';

const pages = { invitation: '/invitation', reset: '/reset', set_up: '/set-up' } as const satisfies Record<
  Purpose,
  string
>;

/** The address that a one-time link is handed out as. */
export const linkAddress = (origin: string, purpose: Purpose, secret: string): string =>
  `${new URL(origin).origin}${pages[purpose]}?token=${encodeURIComponent(secret)}`;
