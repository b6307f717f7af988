import type { PrismaClient } from '@rapporteur/db/generated/client';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { JobName } from '@rapporteur/domain/job-views';
import { forgetOld } from '../alert/forget';
import { lookForAlerts } from '../alert/look';
import { mailAlert, mailConfirmation } from '../alert/send';
import { mailResetLink } from '../person/mail-reset';
import { publishDueRelease } from '../release/due';
import { lookForWebhooks } from '../webhook/look';
import { jobs, type Payload } from './jobs';

/** How a job is run. */
export interface Run {
  /** Whether it is parked if it fails now. */
  lastAttempt: boolean;
  /** Aborted when its program is asked to stop: what takes long leaves the rest to another. */
  stopped: AbortSignal;
}

export type Handlers = { [N in JobName]: (db: PrismaClient, payload: Payload<N>, run: Run) => Promise<void> };

/** How the jobs are run that need nothing but the record. The worker adds the others. */
export const recordJobs = {
  'release.publish': publishDueRelease,
  'person.reset': mailResetLink,
  'alert.look': lookForAlerts,
  'alert.confirm': mailConfirmation,
  'alert.mail': mailAlert,
  'alert.forget': forgetOld,
  'webhook.look': lookForWebhooks,
} satisfies Partial<Handlers>;

/** Runs a job by its name. What it was given was written by this program, and is checked again. */
export function runJob<N extends JobName>(
  db: PrismaClient,
  handlers: Partial<Pick<Handlers, N>>,
  name: N,
  payload: unknown,
  run: Run,
): Promise<void> {
  const handler = handlers[name];
  if (handler === undefined) throw new RapporteurError('unavailable', `This program does not run ${name}.`);
  // A payload that parses by the schema of its name is of the type of its name.
  return handler(db, jobs[name].payload.parse(payload) as Payload<N>, run);
}
