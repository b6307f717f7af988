/** 15 Jan 2024, 10:32 UTC: the desk's way to write an instant. */
export function atTime(instant: string | Date): string {
  const date = new Date(instant);
  const day = date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return `${day}, ${date.toISOString().slice(11, 16)} UTC`;
}
