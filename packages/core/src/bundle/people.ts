import type { Caller } from '../policy';

export interface ImportPeople {
  /** Who brings the texts in. */
  importer: Caller;
  /** Another person, who vouches for them and publishes. */
  reviewer: Caller;
}

/** How far an import has come. */
export interface ImportProgress {
  /** What is being done, to be read after the name of the program. */
  doing: string;
  done: number;
  of: number;
}
