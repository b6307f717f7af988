import { RapporteurError } from '@rapporteur/domain/errors';
import { authorize, type Caller } from '../policy';

export interface ImportPeople {
  /** Who brings the texts in. */
  importer: Caller;
  /** Another person, who vouches for them and publishes. */
  reviewer: Caller;
}

/** Refuses people who may not do this, before anything is read. Each command asks again. */
export function requirePeople({ importer, reviewer }: ImportPeople): void {
  const { userId: author } = authorize(importer, 'record.create');
  const { userId: approver } = authorize(reviewer, 'record.publish');
  if (author === approver)
    throw new RapporteurError('forbidden', 'Nobody approves what they bring in: importer and reviewer are two people.');
}

/** How far an import has come. */
export interface ImportProgress {
  /** What is being done, to be read after the name of the program. */
  doing: string;
  done: number;
  of: number;
}
