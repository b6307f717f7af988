type Moment = { instant: Date; problem: null } | { instant: null; problem: string };

/**
 * The instant that a reader means by a day and a time (UTC): the end of the second, minute or day they name, because a
 * change that is shown with that minute or day belongs to it. What has begun and not ended is now.
 */
export function momentFrom(date: string, time: string, now: Date): Moment {
  const wrong = (problem: string): Moment => ({ instant: null, problem });
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(date))
    return wrong('Give the day as year, month and day, such as 2023-11-30.');
  if (!/^(?:\d{2}:\d{2}(?::\d{2})?)?$/.test(time)) return wrong('Give the time as hours and minutes, such as 12:00.');
  const begin = `${date}T${`${time || '00:00'}:00`.slice(0, 8)}`;
  const end = new Date(`${date}T${`${time || '23:59'}:59`.slice(0, 8)}.000Z`);
  if (Number.isNaN(end.getTime()) || !end.toISOString().startsWith(date))
    return wrong(`There is no ${date} ${time}.`.replace(' .', '.'));
  if (new Date(`${begin}.000Z`) > now) return wrong('That moment has not come yet. Choose one up to now.');
  return { instant: end > now ? now : end, problem: null };
}
