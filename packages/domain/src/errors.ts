/** The ten ways in which the record refuses. Every door (API, REST, command line) maps exactly these. */
export const errorCodes = [
  'invalid_input',
  'not_found',
  'gone',
  'unauthenticated',
  'forbidden',
  'version_conflict',
  'state_conflict',
  'missing_evidence',
  'limit_exceeded',
  'unavailable',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** What is wrong with one field. `path` is a JSON pointer (RFC 6901); the empty string is the whole input. */
export interface FieldIssue {
  path: string;
  message: string;
}

/** Where a record stands now: what a writer who came too late needs to find the text to merge with. */
export interface CurrentVersion {
  lockVersion: number;
  revisionNumber: number;
}

/** A refusal the caller can act on. Anything else that is thrown is a fault of the program. */
export class RapporteurError extends Error {
  readonly code: ErrorCode;
  readonly issues: readonly FieldIssue[];

  constructor(code: ErrorCode, message: string, issues: readonly FieldIssue[] = [], options?: ErrorOptions) {
    super(message, options);
    this.name = 'RapporteurError';
    this.code = code;
    this.issues = issues;
  }
}

/** Somebody changed the record first. The text that was refused is still the writer's, to be merged with the newer one. */
export class VersionConflict extends RapporteurError {
  readonly current: CurrentVersion;

  constructor(message: string, current: CurrentVersion) {
    super('version_conflict', message);
    this.current = current;
  }
}

/** Tried too often. `retryAfter` says in how many seconds it may be tried again; `first`, whether this is where it began. */
export class LimitExceeded extends RapporteurError {
  readonly retryAfter: number;
  readonly first: boolean;

  constructor(retryAfter: number, first = false) {
    const minutes = Math.max(1, Math.ceil(retryAfter / 60));
    super(
      'limit_exceeded',
      `Too many tries. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again.`,
    );
    this.name = 'LimitExceeded';
    this.retryAfter = retryAfter;
    this.first = first;
  }
}
