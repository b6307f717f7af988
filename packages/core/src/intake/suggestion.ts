import { createHash } from 'node:crypto';
import { canonicalJson } from '@rapporteur/domain/canonical';
import { fromZod } from '@rapporteur/domain/from-zod';
import {
  proposalPassages,
  proposalSchemas,
  proposalTitle,
  type AnyPayload,
  type ProposalKind,
  type ProposalPassage,
} from '@rapporteur/domain/intake/proposal';
import { z } from 'zod';
import type { SuggestionRow } from './lock';

/** What is suggested from a text, before it is kept. */
export interface Proposed {
  proposal: AnyPayload;
  passages: ProposalPassage[];
  /** Why, in words for an editor. */
  reason: string;
  /** From 0 to 1. */
  confidence: number;
}

/** Checks a payload by the schema of its kind. Throws `invalid_input`, each fault at its field below `/payload`. */
export function checkPayload(kind: ProposalKind, payload: unknown): AnyPayload {
  const parsed = proposalSchemas[kind].safeParse(payload);
  if (!parsed.success) throw fromZod(parsed.error, 'This proposal cannot be kept like this.', '/payload');
  // The schema of a kind gives the payload of that kind; the pairing cannot be expressed to the compiler.
  return { kind, payload: parsed.data } as AnyPayload;
}

/** A proposal as it stands: what a person made of it, or else as it was suggested. */
export function currentOf(row: Pick<SuggestionRow, 'kind' | 'payload' | 'edited' | 'passages' | 'chosen'>): {
  proposal: AnyPayload;
  passages: ProposalPassage[];
} {
  return {
    // Checked before it was kept; the database checks the kind.
    proposal: { kind: row.kind, payload: row.edited ?? row.payload } as AnyPayload,
    passages: proposalPassages.parse(row.chosen ?? row.passages),
  };
}

const keptMatches = z.array(
  z.object({ id: z.string(), why: z.array(z.enum(['name', 'day', 'speaker', 'words'])), likely: z.boolean() }),
);
export type Match = z.infer<typeof keptMatches>[number];

/** The records that a kept proposal may be about. */
export const matchesOf = ({ matches }: Pick<SuggestionRow, 'matches'>): Match[] => keptMatches.parse(matches);

/** What the same suggestion of the same text has in common each time: its kind, its place and its words. */
export function fingerprintOf({ proposal, passages }: Pick<Proposed, 'proposal' | 'passages'>): string {
  const places = passages.filter(({ part }) => part === 'main').map(({ start, end }) => [start, end]);
  const told = canonicalJson({ kind: proposal.kind, places, title: proposalTitle(proposal) });
  return createHash('sha256').update(told, 'utf8').digest('hex');
}
