import { recordJobs, type Handlers } from '@rapporteur/core/job/run';
import { readIntake } from './intake/read';

/** How every job is run. Reading what came in needs the readers of documents, which the core does not know. */
export const handlers: Handlers = {
  ...recordJobs,
  'intake.read': readIntake,
};
