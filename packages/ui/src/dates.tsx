import type { DateStyle } from '@rapporteur/domain/edtf';
import { dateInWords } from './dates-in-words';

/** "15 January 2024", or "15 Jan 2024" where space is short. The clock of the record is UTC. */
export function dayOf(instant: string, style: DateStyle = 'long'): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : dateInWords(date.toISOString().slice(0, 10), style);
}

/** "15 January 2024, 10:32 UTC", or "10:32:05" where minutes do not tell moments apart. */
export function instantOf(instant: string, style: DateStyle = 'long', seconds = false): string {
  const time = new Date(instant).toISOString().slice(11, seconds ? 19 : 16);
  return `${dayOf(instant, style)}, ${time} UTC`;
}

/** An instant of the record, exact to the microsecond for machines. */
export function Instant({ value, style = 'long', time = false }: { value: string; style?: DateStyle; time?: boolean }) {
  return <time dateTime={value}>{time ? instantOf(value, style) : dayOf(value, style)}</time>;
}

/** A date of the world, with its uncertainty in words. Only whole days, months and years are valid in `datetime`. */
export function When({ value, style = 'long' }: { value: string; style?: DateStyle }) {
  const text = dateInWords(value, style);
  return /^\d{4}(-\d{2}){0,2}$/.test(value) ? <time dateTime={value}>{text}</time> : <span>{text}</span>;
}

/** A date that the record does not place on one day: it is drawn with a dotted dot. */
export const isUncertain = (value: string): boolean =>
  !/^\d{4}-\d{2}-\d{2}$/.test(value) && !/^\d{4}(-\d{2})?$/.test(value);
