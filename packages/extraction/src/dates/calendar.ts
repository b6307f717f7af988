/** A day of the calendar. Months and days from 1. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

const milliseconds = 86_400_000;

export const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const stamp = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day);

export function addDays(day: Day, days: number): Day {
  const date = new Date(stamp(day) + days * milliseconds);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (day: Day): number => new Date(stamp(day)).getUTCDay() || 7;

export const two = (part: number): string => String(part).padStart(2, '0');
export const yearText = (year: number): string => String(year).padStart(4, '0');
export const monthText = (year: number, month: number): string => `${yearText(year)}-${two(month)}`;
export const dayText = ({ year, month, day }: Day): string => `${monthText(year, month)}-${two(day)}`;

/** YYYY-MM-DD; null for anything else, and for a day that does not exist. */
export function readDay(text: string | null | undefined): Day | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text ?? '');
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  if (!match || year < 100 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return { year, month, day };
}
