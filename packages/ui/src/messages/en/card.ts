/** Cards of records that stand on pages of others. */
export const card = {
  read: 'Read it on the record',
  version: 'Version {version}, {when}',
  asOf: 'As the record stood on {when}',
  more: '{count, plural, one {# more provision} other {# more provisions}}',
  frame: '{title}: from the public record Rapporteur',
} as const;
