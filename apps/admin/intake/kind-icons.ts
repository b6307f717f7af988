import type { ProposalKind } from '@rapporteur/domain/intake/proposal';
import type { IconName } from '../app/shell/desk-icon';

/** The shape beside each kind of proposal: that of the record it becomes, or becomes a part of. */
export const iconOf: Record<ProposalKind, IconName> = {
  actor: 'i-actor',
  event: 'i-event',
  programme: 'i-programme',
  provision: 'i-programme',
  issue: 'i-issue',
  statement: 'i-statement',
  position: 'i-position',
  commitment: 'i-commitment',
};
