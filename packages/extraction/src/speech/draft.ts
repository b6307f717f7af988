import type { Act } from '../extraction';
import type { Range } from './unit';

/** How the parts of a statement stand to each other; an editor is told in words. */
export type Construction =
  | 'subject-first'
  | 'subject-last'
  | 'inverted'
  | 'interposed'
  | 'participle'
  | 'coordinate'
  | 'relative'
  | 'according'
  | 'as-said'
  | 'colon'
  | 'continued'
  | 'topic'
  | 'block'
  | 'turn'
  | 'quoted-as'
  | 'pointing';

/** A statement in places of tokens, before it is known who is meant by its speaker. */
export interface Draft {
  /** The words that name the speaker; null where another draft's speaker, or nobody in the text, speaks. */
  speaker: Range | null;
  /** Where this one has no speaker of its own: the statement whose speaker goes on. */
  shared: Draft | null;
  cue: Range | null;
  content: Range[];
  direct: boolean;
  /** What is said is a clause, in which other verbs stand; else it is a thing ("condemned the attack"). */
  clause: boolean;
  act: Act;
  construction: Construction;
  /** How far the construction itself can be trusted, before anything about the speaker. */
  confidence: number;
  headline: boolean;
  within: Draft | null;
  /** The text says that it was said, and by nobody ("hieß es"): no other speaker goes on. */
  nobody?: true;
  paragraph: number;
}
