import type { PayloadOf, ProposalKind } from '@rapporteur/domain/intake/proposal';

export type FieldName = { [K in ProposalKind]: keyof PayloadOf<K> }[ProposalKind];

interface Field {
  name: FieldName;
  /** Whether a draft is incomplete without it. */
  needed: boolean;
}

/** The fields of each kind, in the order in which an editor asks; those with `!` a record needs. */
const orders: { [K in ProposalKind]: readonly `${keyof PayloadOf<K> & string}${'' | '!'}`[] } = {
  actor: ['name', 'type', 'role', 'affiliation', 'identifiers'],
  event: ['title', 'type', 'date!', 'place', 'participants'],
  programme: ['title', 'summary', 'status', 'nature', 'period', 'parties'],
  provision: ['programme!', 'subject', 'scope', 'force'],
  issue: ['shortTitle', 'question!'],
  statement: ['speaker!', 'capacity', 'onBehalfOf', 'event', 'date!', 'speech', 'act', 'text', 'claims'],
  position: ['actor!', 'issue!', 'stance', 'turn', 'date!', 'summary', 'statement'],
  commitment: ['title', 'summary', 'owedBy!', 'owedTo', 'programme', 'step', 'date!'],
};

export const orderOf = (kind: ProposalKind): Field[] =>
  orders[kind].map((name) => ({ name: name.replace('!', '') as FieldName, needed: name.endsWith('!') }));
