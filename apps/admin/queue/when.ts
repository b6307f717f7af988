import type { Text } from '../i18n/text';

const minute = 60_000;
const hour = 60 * minute;

/** How long ago something was, in words, up to a week; then its day. The exact instant is said beside it. */
export function ago(t: Text<'queue'>, instant: string, now: Date): string {
  const passed = now.getTime() - new Date(instant).getTime();
  if (passed < minute) return t('ago.now');
  if (passed < hour) return t('ago.minutes', { count: Math.floor(passed / minute) });
  const days = daysBetween(instant.slice(0, 10), today(now));
  if (days === 0) return t('ago.hours', { count: Math.floor(passed / hour) });
  if (days === 1) return t('ago.yesterday');
  return days < 7 ? t('ago.days', { count: days }) : shortDay(instant.slice(0, 10), today(now));
}

/** The day it is, by UTC, as `2024-01-31`. */
export const today = (now: Date): string => now.toISOString().slice(0, 10);

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / (24 * hour));

/** 12 Jan; with its year where that is not this one. */
export function shortDay(day: string, today: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(day.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }),
    timeZone: 'UTC',
  });
}

export interface SnoozeDay {
  name: 'tomorrow' | 'monday' | 'month';
  day: string;
}

/** The days until which a record is usually put out of sight. */
export function snoozeDays(now: Date): SnoozeDay[] {
  const after = (days: number) => today(new Date(now.getTime() + days * 24 * hour));
  return [
    { name: 'tomorrow', day: after(1) },
    { name: 'monday', day: after(8 - (now.getUTCDay() || 7)) },
    { name: 'month', day: after(30) },
  ];
}
