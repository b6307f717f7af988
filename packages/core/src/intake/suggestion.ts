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

/** The fields in which a person has put something else than was suggested. */
export function changedFields({ payload, edited }: Pick<SuggestionRow, 'payload' | 'edited'>): Set<string> {
  if (edited === null) return new Set();
  const [was, is] = [payload, edited].map((one) => new Map(Object.entries(one as Record<string, unknown>)));
  return new Set(
    [...(is?.keys() ?? [])].filter(
      (field) => canonicalJson(was?.get(field) ?? null) !== canonicalJson(is?.get(field) ?? null),
    ),
  );
}

const keptMatches = z.array(
  z.object({ id: z.string(), why: z.array(z.enum(['name', 'day', 'speaker', 'words'])), likely: z.boolean() }),
);
export type Match = z.infer<typeof keptMatches>[number];

/** The records that a kept proposal may be about. */
export const matchesOf = ({ matches }: Pick<SuggestionRow, 'matches'>): Match[] => keptMatches.parse(matches);

/**
 * What the same suggestion of the same text has in common each time: its kind, its place and its words. Several may share it:
 * one saying may be the position of one actor and of another.
 */
export function fingerprintOf({ proposal, passages }: Pick<Proposed, 'proposal' | 'passages'>): string {
  const places = passages.filter(({ part }) => part === 'main').map(({ start, end }) => [start, end]);
  return hashed({ kind: proposal.kind, places, title: proposalTitle(proposal) });
}

/** What tells apart those that share a fingerprint, as far as a text is read alike each time. */
export const stanceOf = ({ kind, payload }: AnyPayload) => (kind === 'position' ? payload.stance : null);

/**
 * The fingerprints of all suggestions of a text, in their order, no two alike. Where several share one, each is known by its
 * stance, and by its turn among those of the same stance; any other has the one it has by itself.
 */
export function fingerprintsOf(all: readonly Pick<Proposed, 'proposal' | 'passages'>[]): string[] {
  const own = all.map(fingerprintOf);
  const [times, turns] = [new Map<string, number>(), new Map<string, number>()];
  const count = (counts: Map<string, number>, key: string) => {
    const so = (counts.get(key) ?? 0) + 1;
    counts.set(key, so);
    return so;
  };
  for (const fingerprint of own) count(times, fingerprint);
  return all.map(({ proposal }, index) => {
    const fingerprint = own[index] ?? '';
    if (times.get(fingerprint) === 1) return fingerprint;
    const stance = stanceOf(proposal);
    return hashed({ fingerprint, stance, turn: count(turns, `${fingerprint} ${stance}`) });
  });
}

const hashed = (told: unknown) => createHash('sha256').update(canonicalJson(told), 'utf8').digest('hex');
