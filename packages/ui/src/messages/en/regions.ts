/** Where actors lie, by the regions of UN M49. */
export const regions = {
  label: 'Region',
  all: 'The whole world',
  source:
    'Regions are the geographic regions of the United Nations (M49), by the ISO 3166-1 code on record. They say where a place is, not whose it is.',
  unplacedPositions:
    '{count, plural, one {# position is} other {# positions are}} left out: no code is on record for {count, plural, one {its actor} other {their actors}}, and a region is never guessed.',
  withoutCode: 'Actors without such a code have no region, and are not listed here: a region is never guessed.',
  none: 'No region: no ISO 3166-1 code that has one is on record.',
  form: 'Which actors are listed',
  type: 'Type',
  anyType: 'Every type',
  show: 'Show these actors',
} as const;
