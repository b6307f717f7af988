import type { Kind } from '@rapporteur/domain/kinds';
import type { State } from '@rapporteur/domain/lifecycle';

/** What every command answers: where the record stands now. */
export interface CommandResult {
  id: string;
  kind: Kind;
  slug: string;
  lockVersion: number;
  revisionNumber: number;
  state: State;
}
