import { makeExport, type ExportSettings } from '@rapporteur/core/export/make';
import { recordJobs, type Handlers } from '@rapporteur/core/job/run';
import { RapporteurError } from '@rapporteur/domain/errors';
import { readIntake } from './intake/read';

/** How every job is run. Reading what came in needs the readers of documents, which the core does not know. */
export const handlersFor = (exports: ExportSettings | null): Handlers => ({
  ...recordJobs,
  'intake.read': readIntake,
  'export.make': async (db) => {
    if (exports === null)
      throw new RapporteurError('unavailable', 'This worker was not told where the site is: start it with WEB_ORIGIN.');
    await makeExport(db, exports);
  },
});
