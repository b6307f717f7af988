import type { Entry } from '../gazetteer/entries';
import type { ActorKind, Span, SuggestedActor } from '../extraction';
import type { Office } from '../gazetteer/offices';
import type { Gender } from './lexicon';

export type Form = 'name' | 'alias' | 'metonym' | 'description';

/** Where a text means an actor. Offsets are UTF-16 units, end exclusive; `actor` is a place in the list of actors. */
export interface Mention {
  start: number;
  end: number;
  actor: number;
  form: Form;
}

/** An actor of a text, with what later passes need to follow who is meant. Spans are UTF-16 units until the very end. */
export interface Actor extends Omit<SuggestedActor, 'seatOf' | 'sameAs'> {
  kind: ActorKind;
  /** The seats that stand for it in the text, each with its mentions, which are among those of the actor too. */
  seats: { name: string; spans: Span[] }[];
  /** Only where the text or the office tells. */
  gender: Gender | null;
  /** What the gazetteer knows of it. */
  entry: Entry | null;
  /** The state or organisation of a person or body. */
  of: Entry | null;
  /** Every office the text or the record gives to a person, folded, the first the one shown. */
  roles: string[];
  /** Offices on record that a person may not hold yet when the text is written. */
  coming: readonly Office[];
  /** What a text may call an organisation after naming it: "alliance", "ministry". */
  nouns: string[];
  /** A newspaper, agency or broadcaster. */
  medium: boolean;
}
