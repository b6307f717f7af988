import { addressesIn, countParts, newsSince, type Address, type News } from '@rapporteur/core/sitemap/addresses';
import { createPublicContext } from './context';

// What search engines fetch a few times a day. They are no procedures: nobody who calls the interface needs twenty thousand
// rows at once, and its lists are bounded.

/** The addresses of one part of the site map, counted from 1; null beyond the last. */
export async function addressesOf(part: number, version: number | null): Promise<Address[] | null> {
  const addresses = await createPublicContext({ asOf: null, version }).read((published) =>
    addressesIn(published, part),
  );
  return addresses.length === 0 && part > 1 ? null : addresses;
}

/** How many parts the site map has. */
export const partsOf = (version: number | null): Promise<number> =>
  createPublicContext({ asOf: null, version }).read(countParts);

/** The articles first published since an instant. */
export const newsAfter = (since: Date, version: number | null): Promise<News[]> =>
  createPublicContext({ asOf: null, version }).read((published) => newsSince(published, since));
