import { cache } from 'react';

/** What the components of a page know of the site that they stand in. */
interface Site {
  /** How people reach it, such as `https://record.example`: where an address is read apart from its page. */
  origin: string;
  /** Whether it sends mail to readers. */
  sendsMail: boolean;
}

const known = cache((): { site: Site } => ({ site: { origin: '', sendsMail: false } }));

/** Says in which site this page stands. */
export function standIn(site: Site): void {
  known().site = site;
}

export const site = (): Site => known().site;
