import { edtfSchema } from '@rapporteur/domain/edtf';
import type { ProposalKind, ProposalPassage } from '@rapporteur/domain/intake/proposal';
import type { Extraction, Span } from '@rapporteur/extraction/extraction';

/** Something suggested, before it has its number. What it names is a key of another, or the id of a record. */
export interface Draft {
  key: string;
  kind: ProposalKind;
  payload: Record<string, unknown>;
  passages: ProposalPassage[];
  /** Where it comes in the order of the text, where that is not its first passage. */
  comes?: Span;
  reason: string;
  confidence: number;
}

/** What names another suggestion until that has a number. */
export const keyOf = (kind: ProposalKind, index: number) => `@${kind}/${index}`;
export const isKey = (value: unknown): value is string => typeof value === 'string' && /^@[a-z]+\/\d+$/.test(value);

/** How an actor is named: by its id where it is on record, else by the proposal of it. */
export function actorName({ actors }: Extraction, index: number | null): string | null {
  if (index === null) return null;
  const actor = actors[index];
  return actor === undefined ? null : (actor.id ?? keyOf('actor', index));
}
export const actorNames = (found: Extraction, indices: readonly number[]) =>
  [...new Set(indices.flatMap((index) => actorName(found, index) ?? []))].slice(0, 100);

export const place = (part: ProposalPassage['part'], [start, end]: Span): ProposalPassage => ({ part, start, end });
export const date = (edtf: string | null) => (edtf === null ? null : (edtfSchema.safeParse(edtf).data ?? null));

/** What a report of a day tells was so by then: the day itself is not on record. */
export const by = (published: string | null) =>
  published !== null && /^\d{4}-\d{2}-\d{2}$/.test(published) ? date(`/${published}`) : null;

/** The question of a position: by its id, or the proposal that the first position on the same subject makes of it. */
export function issueKey({ positions: all }: Extraction, index: number): string | null {
  const position = all[index];
  if (position === undefined) return null;
  if (position.issue !== null) return position.issue;
  const subject = position.subject.trim().toLowerCase();
  return keyOf(
    'issue',
    all.findIndex((other) => other.issue === null && other.subject.trim().toLowerCase() === subject),
  );
}
