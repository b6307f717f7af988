import { z } from 'zod';
import { actorTypes, identifierSchemes } from '../content/actor';
import { steps } from '../content/commitment';
import { eventTypes } from '../content/event';
import { stances, turns } from '../content/position';
import { forces, natures, programmeStatuses, scopes } from '../content/programme';
import { acts } from '../content/statement';
import { line, prose } from '../content/text';
import { edtfSchema } from '../edtf';
import { idSchema } from '../ids';
import type { Kind } from '../kinds';

/** What may be proposed from a text. A provision is no record: it becomes a part of its programme. */
export const proposalKinds = [
  'actor',
  'event',
  'programme',
  'provision',
  'issue',
  'statement',
  'position',
  'commitment',
] as const;
export type ProposalKind = (typeof proposalKinds)[number];

/** The kind of record that a proposal becomes, or becomes a part of. */
export const recordKindOf = (kind: ProposalKind): Kind => (kind === 'provision' ? 'programme' : kind);

/** The most proposals of one text; a person has to decide on each. */
export const mostProposals = 2000;

const proposalName = z.string().regex(/^#[1-9]\d{0,3}$/, 'is not the number of a proposal such as "#4"');

/** What a proposal names: another proposal of the same text, `#4`, or a record by its id. */
const named = <K extends Kind>(kind: K) => z.union([proposalName, idSchema(kind)]).meta({ ref: kind });

/** The number of the proposal that is named, or null where a record is. */
export const proposalNamed = (name: string): number | null => (name.startsWith('#') ? Number(name.slice(1)) : null);

const claim = z.strictObject({ text: prose, role: z.enum(['claim', 'reason']), issue: named('issue').nullable() });

/**
 * What is proposed, by kind. Whatever a text does not say is null, also where a record needs it: a draft is then incomplete
 * until a person knows better.
 */
export const proposalSchemas = {
  actor: z.strictObject({
    name: line,
    type: z.enum(actorTypes),
    role: line.nullable(),
    affiliation: line.nullable(),
    identifiers: z.array(z.strictObject({ scheme: z.enum(identifierSchemes), value: line })).max(10),
  }),
  event: z.strictObject({
    title: line,
    type: z.enum(eventTypes),
    date: edtfSchema.nullable(),
    place: line.nullable(),
    participants: z.array(named('actor')).max(200),
  }),
  programme: z.strictObject({
    title: line,
    summary: prose,
    status: z.enum(programmeStatuses),
    nature: z.enum(natures).nullable(),
    period: edtfSchema.nullable(),
    parties: z.array(named('actor')).max(200),
  }),
  provision: z.strictObject({
    subject: line,
    scope: z.enum(scopes),
    force: z.enum(forces).nullable(),
    programme: named('programme').nullable(),
  }),
  issue: z.strictObject({ question: line.nullable(), shortTitle: line }),
  statement: z.strictObject({
    text: prose,
    speech: z.enum(['direct', 'indirect']),
    act: z.enum(acts),
    speaker: named('actor').nullable(),
    capacity: line.nullable(),
    onBehalfOf: named('actor').nullable(),
    date: edtfSchema.nullable(),
    event: named('event').nullable(),
    claims: z.array(claim).min(1, 'a statement needs what it is taken to say').max(50),
  }),
  position: z.strictObject({
    actor: named('actor').nullable(),
    issue: named('issue').nullable(),
    stance: z.enum(stances),
    turn: z.enum(turns).nullable(),
    date: edtfSchema.nullable(),
    summary: prose,
    statement: named('statement').nullable(),
  }),
  commitment: z.strictObject({
    title: line,
    summary: prose,
    owedBy: z.array(named('actor')).max(100),
    owedTo: z.array(named('actor')).max(100),
    programme: named('programme').nullable(),
    step: z.enum(steps),
    date: edtfSchema.nullable(),
  }),
} as const satisfies Record<ProposalKind, z.ZodObject>;

export type PayloadOf<K extends ProposalKind> = z.infer<(typeof proposalSchemas)[K]>;

/** A proposal's payload together with its kind, so that a switch on `kind` narrows `payload`. */
export type AnyPayload = { [K in ProposalKind]: { kind: K; payload: PayloadOf<K> } }[ProposalKind];

/**
 * What a passage of a proposal says: the thing itself, another mention of it, or one of its fields: who said it, for whom, why
 * and when; how binding it is, as a whole or in one provision; for which time it holds, who takes part, how far it has come.
 */
export const passageParts = [
  'main',
  'mention',
  'speaker',
  'onBehalfOf',
  'reason',
  'date',
  'nature',
  'force',
  'period',
  'parties',
  'status',
] as const;

/** A stretch of the text that a proposal rests on: code points, end exclusive. */
export const proposalPassage = z
  .strictObject({ part: z.enum(passageParts), start: z.int().nonnegative(), end: z.int().positive() })
  .refine(({ start, end }) => end > start, { path: ['end'], message: 'must be after the start' });
export type ProposalPassage = z.infer<typeof proposalPassage>;

/** The longest passage that a proposal rests on, in code points: whatever it holds, a citation takes it. */
export const longestPassage = 5_000;

export const proposalPassages = z.array(proposalPassage).min(1, 'a proposal rests on a passage').max(500);

/** What a proposal is called, without what it names. */
export function proposalTitle({ kind, payload }: AnyPayload): string {
  switch (kind) {
    case 'actor':
      return payload.name;
    case 'provision':
      return payload.subject;
    case 'issue':
      return payload.shortTitle;
    case 'statement':
      return payload.text;
    case 'position':
      return payload.summary;
    case 'event':
    case 'programme':
    case 'commitment':
      return payload.title;
  }
}
