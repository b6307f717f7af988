import type { acts } from '@rapporteur/domain/content/statement';
import type { actorTypes } from '@rapporteur/domain/content/actor';
import type { eventTypes } from '@rapporteur/domain/content/event';
import type { forces, natures, programmeRelations, scopes } from '@rapporteur/domain/content/programme';
import type { stances, turns } from '@rapporteur/domain/content/position';
import type { steps } from '@rapporteur/domain/content/commitment';

/** A stretch of the text as it came in: Unicode code points, end exclusive. */
export type Span = [start: number, end: number];

/** The languages that can be read. */
export const languages = ['en', 'fr', 'de', 'hu', 'uk'] as const;
export type Language = (typeof languages)[number];

/** What is known before a text is read. Nothing here is required: a bare text is enough. */
export interface ExtractionOptions {
  /** The language of the text where it is known; otherwise it is recognised. */
  language?: Language;
  /** The day the text was published (YYYY-MM-DD): relative dates are counted from it, and offices are those of that day. */
  published?: string;
  /** Actors that are on record already: their names and aliases are recognised, and suggestions carry their id. */
  actors?: readonly KnownActor[];
  /** Questions that are on record already: statements may imply a position on them. */
  issues?: readonly KnownIssue[];
}

export interface KnownActor {
  id: string;
  kind: ActorKind;
  /** The first is the one to show. */
  names: readonly string[];
  /** `period` is EDTF. `of` names the institution or state. */
  offices: readonly { title: string; of: string | null; period: string }[];
}

export interface KnownIssue {
  id: string;
  question: string;
  shortTitle: string;
}

export type ActorKind = (typeof actorTypes)[number];
export type Act = (typeof acts)[number];

/** Why something is suggested, in words for an editor, and how sure that is, from 0 to 1. */
interface Grounds {
  reason: string;
  confidence: number;
}

export interface SuggestedActor extends Grounds {
  /** The fullest name that the text gives. A seat that stands for a government ("Budapest refused") is named apart from its state. */
  name: string;
  kind: ActorKind;
  /** Of such a seat: the usual name of its state. */
  seatOf: string | null;
  /** Of such a seat: the place in `actors` of that state, where another suggestion is it. Nothing names this one by its place then. */
  sameAs: number | null;
  /** The office or part the text gives to it, such as "foreign minister", and of whom, such as "Hungary". */
  role: string | null;
  affiliation: string | null;
  /** Every mention by name or alias, in the order of the text; pronouns are not among them. */
  spans: Span[];
  /** The id on record ({@link KnownActor}) or null. */
  id: string | null;
  /** Codes that the gazetteer knows, such as ISO 3166-1 alpha-2. */
  identifiers: { scheme: string; value: string }[];
}

export interface SuggestedDate extends Grounds {
  /** As the text has it; the same words for the same date are suggested once. */
  text: string;
  span: Span;
  /**
   * EDTF level 1, or level 2 with an open year (`XXXX-11-29`) where the text gives none. Null where it counts from a day
   * of publication that is not known.
   */
  edtf: string | null;
}

export interface SuggestedPlace extends Grounds {
  name: string;
  span: Span;
}

export interface SuggestedEvent extends Grounds {
  title: string;
  type: (typeof eventTypes)[number];
  span: Span;
  /** EDTF, and the words that tell it. */
  date: string | null;
  dateSpan: Span | null;
  place: string | null;
  /** Places in `actors`. */
  participants: number[];
}

export interface SuggestedStatement extends Grounds {
  /** The fullest name that the text gives to the speaker; a description such as "Ukraine's foreign minister" where it gives no name. */
  speaker: string | null;
  speakerSpan: Span | null;
  /** The place of the speaker in `actors`, and of those on whose behalf they speak. */
  actor: number | null;
  role: string | null;
  affiliation: string | null;
  /** `direct` where the content is wholly in quotation marks or a block quotation. */
  kind: 'direct' | 'indirect';
  /** The words that say that something was said; ":" where only a colon does. */
  cue: string | null;
  cueSpan: Span | null;
  /** One span, or several where a quotation is interrupted. Without outer quotation marks and a leading "that". */
  contentSpans: Span[];
  act: Act;
  /** When it was said, where the text tells. */
  date: { text: string; edtf: string | null; span: Span } | null;
  /** In a headline; within another statement (`within` is its place in `statements`); said by the medium itself. */
  headline: boolean;
  within: number | null;
  media: boolean;
  /** Parts of the content that give a reason ("because …"). */
  reasons: Span[];
}

export interface SuggestedProgramme extends Grounds {
  title: string;
  span: Span;
  nature: (typeof natures)[number] | null;
  natureSpan: Span | null;
  /** EDTF. */
  period: string | null;
  periodSpan: Span | null;
  /** Places in `actors`, and the mentions that name them. */
  parties: number[];
  partySpans: Span[];
  /** `agreed` also where the text tells nothing of it: `statusSpan` is null then. */
  status: 'agreed' | 'under_consideration' | 'ended';
  statusSpan: Span | null;
  /** How it stands to others, as they are called there; `programme` is the other's place in `programmes`, or null. */
  relations: { type: (typeof programmeRelations)[number]; title: string; programme: number | null }[];
}

export interface SuggestedProvision extends Grounds {
  subject: string;
  scope: (typeof scopes)[number];
  force: (typeof forces)[number] | null;
  /** The words that say the force, such as "shall include". */
  forceSpan: Span | null;
  span: Span;
  /** The place of its programme in `programmes`. */
  programme: number | null;
}

export interface SuggestedCommitment extends Grounds {
  /** Places in `actors`. */
  owedBy: number[];
  owedTo: number[];
  what: string;
  step: (typeof steps)[number];
  span: Span;
}

/** Always an inference: `reason` says from which statement, and an editor is told so. */
export interface SuggestedPosition extends Grounds {
  /** A place in `actors`, and one in `statements`. */
  actor: number;
  statement: number;
  /** A question on record, or none and the subject in the words of the text. */
  issue: string | null;
  subject: string;
  stance: (typeof stances)[number];
  turn: (typeof turns)[number] | null;
  span: Span;
}

/** All that is suggested; each list in the order of the text. */
export interface Extraction {
  language: Language;
  statements: SuggestedStatement[];
  actors: SuggestedActor[];
  dates: SuggestedDate[];
  places: SuggestedPlace[];
  events: SuggestedEvent[];
  programmes: SuggestedProgramme[];
  provisions: SuggestedProvision[];
  commitments: SuggestedCommitment[];
  positions: SuggestedPosition[];
}
