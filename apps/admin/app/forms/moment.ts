import { occurrences, type ZonedTime } from '@rapporteur/domain/zoned-time';

/** The names of the fields of a moment. */
export const momentFields = ['local', 'zone', 'choose'] as const;

/** A moment as a form names it. The procedure checks every part and says what is wrong with it. */
export function momentOf(field: (name: (typeof momentFields)[number]) => string | null): ZonedTime {
  const choose = occurrences.find((known) => known === field('choose'));
  return {
    local: field('local') ?? '',
    zone: field('zone')?.trim() ?? '',
    ...(choose === undefined ? {} : { choose }),
  };
}
