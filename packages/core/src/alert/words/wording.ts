import type { Rhythm } from '@rapporteur/domain/alert/asking';
import type { Kind } from '@rapporteur/domain/kinds';

/** What letters to readers say in one language: whole sentences, because languages join the parts of them differently. */
export interface Wording {
  /** The day of an instant, in UTC. */
  day: (instant: Date) => string;
  /** By whose rules it names languages (BCP 47). */
  languages: string;
  confirm: {
    subject: string;
    asked: (origin: string) => string;
    press: string;
    ignore: string;
  };
  subject: (count: number) => string;
  whatIsNew: (name: string) => string;
  more: (shown: number, count: number) => string;
  because: (day: string, origin: string, rhythm: Rhythm, name: string) => string;
  leave: string;
  changes: Readonly<Record<string, string>>;
  kinds: Readonly<Record<Kind, string>>;
  withdrawn: Readonly<Record<Kind, string>>;
  why: string;
  into: (title: string) => string;
  version: string;
  changed: string;
  page: string;
  names: {
    whole: string;
    corrections: string;
    aRecord: string;
    quoted: (title: string) => string;
    search: (question: string) => string;
    anySearch: string;
    withdrawn: string;
    noStance: string;
    stances: Readonly<Record<string, string>>;
    year: (year: string) => string;
    language: (name: string) => string;
    from: (day: string) => string;
    until: (day: string) => string;
  };
}
