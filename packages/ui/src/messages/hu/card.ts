import type { card as original } from '../en/card';
import type { Translation } from '../translation';

export const card: Translation<typeof original> = {
  read: 'Tovább a nyilvántartásba',
  version: '{version}. változat, {when}',
  asOf: 'A nyilvántartás állapota: {when}',
  more: '{count, plural, one {További # rendelkezés} other {További # rendelkezés}}',
  frame: '{title}: a Rapporteur nyilvános nyilvántartásából',
};
