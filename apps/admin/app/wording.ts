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

/** 1 Dec 2026, 09:00 Europe/Brussels (1 Dec 2026, 08:00 UTC): an instant as it was chosen, and as the desk writes it. */
export function atMoment({ at, local, zone }: { at: string; local: string; zone: string }): string {
  if (zone === 'UTC') return atTime(at);
  // What the clock showed there, written like an instant of UTC.
  return `${atTime(`${local}Z`).replace(/ UTC$/, '')} ${zone} (${atTime(at)})`;
}
