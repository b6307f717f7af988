import type { Entry } from '../gazetteer/entries';
import type { OfficeHolder } from '../gazetteer/offices';
import type { Gender } from './lexicon';
import type { Run } from './runs';

/** A person of a text. Names are folded, in the order of the text, without small words and initials. */
export interface Person {
  name: string;
  names: string[];
  runs: Run[];
  reason: string;
  confidence: number;
  role: string | null;
  of: Entry | null;
  roles: string[];
  gender: Gender | null;
  holder: OfficeHolder | null;
}
