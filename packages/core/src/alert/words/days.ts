/** Writes the day of an instant, in UTC, as a language does: “29 листопада 2023 р.”, “2023. november 29.”. */
export function daysIn(locale: string): (instant: Date) => string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return (instant) => format.format(instant);
}
