import type { Kind } from '@rapporteur/domain/kinds';
import type { State } from '@rapporteur/domain/lifecycle';
import type { KeptText, SavedText } from './saving/choose-text';

/** What the desk hands to an editor when it opens. */
export interface Opening {
  id: string;
  kind: Kind;
  userId: string;
  /** The record as it is saved; null for one that does not exist yet. */
  saved: (SavedText & { state: State; savedBy: string }) | null;
  /** What its writer has typed and not saved. */
  kept: KeptText | null;
  /** What a reviewer wants changed, where the draft was sent back and has not been handed in again. */
  asked: { by: string; words: string; at: number } | null;
  /** Whether readers have seen a revision of it. */
  published: boolean;
  /** Where the public site answers, for previews. */
  site: string;
}
