/** A man, a woman, several, a thing or body, or the one who writes. */
export type Pronoun = 'm' | 'f' | 'they' | 'it' | 'self';

/** The words of a language by which a speaker is recognised. Lower case, straight apostrophes. */
export interface SpeakerWords {
  pronouns: ReadonlyMap<string, Pronoun>;
  /** People by what they are ("minister"), bodies, documents, media. */
  people: ReadonlySet<string>;
  bodies: ReadonlySet<string>;
  documents: ReadonlySet<string>;
  media: ReadonlySet<string>;
  prepositions: ReadonlySet<string>;
  determiners: ReadonlySet<string>;
  /** Determiners that point to somebody known. */
  definite: ReadonlySet<string>;
  /** The head of a noun phrase comes before what qualifies it ("le ministre ukrainien"). */
  headFirst: boolean;
}
