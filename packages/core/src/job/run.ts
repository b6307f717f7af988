import type { PrismaClient } from '@rapporteur/db/generated/client';
import { mailResetLink } from '../person/mail-reset';
import { publishDueRelease } from '../release/due';
import { jobs, type JobName, type Payload } from './jobs';

/** How a job is run. */
export interface Run {
  /** Whether it is parked if it fails now. */
  lastAttempt: boolean;
}

type Handlers = { [N in JobName]: (db: PrismaClient, payload: Payload<N>, run: Run) => Promise<void> };

const handlers: Handlers = {
  'release.publish': publishDueRelease,
  'person.reset': mailResetLink,
};

export const jobNames = Object.keys(handlers) as JobName[];

/** Runs a job by its name. What it was given was written by this program, and is checked again. */
export function runJob<N extends JobName>(db: PrismaClient, name: N, payload: unknown, run: Run): Promise<void> {
  // A payload that parses by the schema of its name is of the type of its name.
  return handlers[name](db, jobs[name].payload.parse(payload) as Payload<N>, run);
}
