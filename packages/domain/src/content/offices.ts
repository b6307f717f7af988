import { bounds } from '../edtf';
import type { ActorContent } from './actor';

export interface HeldOffice {
  title: string;
  institution: string | null;
  period: string;
  /** Whether it was held on every day that the date may mean; otherwise it may have been. */
  sure: boolean;
}

/**
 * The offices a person held on a date of valid time, those held for sure first. A date that may mean several days asks for
 * offices held on any of them; a period whose end is not on record is taken to go on, and is never sure beyond its start.
 */
export function officesOn(offices: ActorContent['offices'], date: string): HeldOffice[] {
  const asked = bounds(date);
  const first = asked.lower ?? asked.upper ?? '';
  const last = asked.upper ?? asked.lower ?? '';
  const held = offices.flatMap((office): HeldOffice[] => {
    const { lower, upper } = bounds(office.period);
    if ((lower !== null && lower > last) || (upper !== null && upper < first)) return [];
    const ends = upper !== null || office.period.endsWith('/..');
    const sure = lower !== null && lower <= first && ends && (upper === null || upper >= last);
    return [{ title: office.title, institution: office.institution, period: office.period, sure }];
  });
  return [...held.filter(({ sure }) => sure), ...held.filter(({ sure }) => !sure)];
}
