import { bounds } from '@rapporteur/domain/edtf';
import { offices, officesKnownUntil } from './data/offices';

/** An office as a text may meet it: `of` is an ISO code, the name of an organisation, or what a record says. */
export interface Office {
  title: string;
  of: string | null;
  period: string;
}

/** A person whose offices are known. The first name is the one to show. */
export interface OfficeHolder {
  /** The id on record, or null. */
  id: string | null;
  names: string[];
  offices: Office[];
}

let holders: OfficeHolder[] | null = null;

export function officeHolders(): OfficeHolder[] {
  if (holders) return holders;
  const byName = new Map<string, OfficeHolder>();
  for (const line of offices.split('\n')) {
    const [names = '', title = '', of = '', period = ''] = line.split('|');
    if (names === '') continue;
    const all = names.split(';');
    const key = all[0] ?? '';
    const holder = byName.get(key) ?? { id: null, names: [], offices: [] };
    holder.names = [...new Set([...holder.names, ...all])];
    holder.offices.push({ title, of, period });
    byName.set(key, holder);
  }
  holders = [...byName.values()];
  return holders;
}

/** The offices that began after a day (YYYY-MM-DD); without a day, all of them. */
export function officesAfter(all: readonly Office[], day: string | null): readonly Office[] {
  return day === null ? all : all.filter(({ period }) => (bounds(period).lower ?? '') > day);
}

/**
 * The offices that somebody held on a day (YYYY-MM-DD). An open period lasts; one whose end is not on record counts to the
 * last day that the gazetteer is sure of. Without a day: the only office, or none.
 */
export function officesOn(all: readonly Office[], day: string | null): Office[] {
  if (day === null) return all.length === 1 ? [...all] : [];
  return all.filter(({ period }) => {
    const { lower, upper } = bounds(period);
    const last = upper ?? (period.endsWith('/..') ? null : officesKnownUntil);
    return (lower === null || lower <= day) && (last === null || day <= last);
  });
}
