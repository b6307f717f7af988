import type { Region } from '@rapporteur/domain/region/m49';
import { spokenLocale } from './speech';
import { sentence } from './words';

const names = new Map<string, Intl.DisplayNames>();

/** What the language of the page calls a region of UN M49, as the Unicode CLDR has it. */
export function regionName(region: Region): string {
  const locale = spokenLocale();
  const known = names.get(locale) ?? new Intl.DisplayNames(locale, { type: 'region' });
  names.set(locale, known);
  return sentence(known.of(region) ?? region);
}
