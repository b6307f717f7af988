import type { ContentOf } from '@rapporteur/domain/content/content';
import { bounds } from '@rapporteur/domain/edtf';
import type { Kind } from '@rapporteur/domain/kinds';
import type { Texts } from '@rapporteur/domain/translation/texts';

/** Rows of published tables, by table. Every row has an `id` that follows from its place in the record, and its `recordId`. */
export type Rows = Record<string, Record<string, unknown>[]>;

/** What projection needs to know beyond the content itself. */
export interface ProjectionContext {
  /** Follows merges: the record that stands for this one now. */
  resolve: (id: string) => string;
  textOf: (sha256: string) => { text: string; length: number };
  /** What is public of the record in other languages. */
  translations: readonly Translated[];
}

/** A public translation, with the content of the revision it was made from. */
export interface Translated {
  language: string;
  base: unknown;
  texts: Texts;
}

/** The published tables that hold the parts of each kind. Publishing makes their rows exactly those of the content. */
export const tablesOf = {
  source: ['Source', 'SourceVersion'],
  actor: ['Actor', 'ActorName', 'ActorIdentifier', 'Membership', 'Office'],
  event: ['Event', 'Participant', 'Choice'],
  programme: ['Programme', 'ProgrammeParty', 'Provision', 'ProgrammeRelation'],
  issue: ['Issue'],
  statement: ['Statement', 'Claim', 'Report'],
  position: ['Position', 'Turn'],
  commitment: ['Commitment', 'CommitmentParty', 'CommitmentStep'],
  article: ['Article'],
} as const satisfies Record<Kind, readonly string[]>;

/** `from` and `to` of a row: the first and last day that an EDTF date may mean, null where it is open. */
export function span(edtf: string | null): { from: string | null; to: string | null } {
  if (edtf === null) return { from: null, to: null };
  const { lower, upper } = bounds(edtf);
  return { from: lower, to: upper };
}

/** One row for each item, its id ending in the item's place. */
export function rowsOf<T>(
  recordId: string,
  name: string,
  items: readonly T[],
  row: (item: T, index: number) => Record<string, unknown>,
): Record<string, unknown>[] {
  return items.map((item, index) => ({ id: `${recordId}/${name}/${index}`, recordId, ...row(item, index) }));
}

export type Projector<K extends Kind> = (recordId: string, content: ContentOf<K>, context: ProjectionContext) => Rows;
