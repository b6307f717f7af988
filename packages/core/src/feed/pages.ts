import { RapporteurError } from '@rapporteur/domain/errors';

/**
 * The sequence number that a cursor of a feed is. Throws `invalid_input` for anything else.
 */
export function readSequence(after: string): bigint {
  if (/^[1-9]\d{0,17}$/.test(after)) return BigInt(after);
  throw noSuchPage();
}

/** What is answered where a feed has no such page. */
export const noSuchPage = (): RapporteurError =>
  new RapporteurError('invalid_input', 'This feed has no such page. Begin with its newest entries.', [
    { path: '/after', message: 'is not a page of this feed' },
  ]);
