import { makeExport } from '@rapporteur/core/export/make';
import { recordJobs, type Handlers } from '@rapporteur/core/job/run';
import type { Post } from '@rapporteur/core/webhook/deliver';
import { tellWebhooks } from '@rapporteur/core/webhook/tell';
import type { Connection } from '@rapporteur/db/connection';
import type { Licence } from '@rapporteur/core/export/licences';
import { readIntake } from './intake/read';

/** What a worker was told of its installation; null where it was not told. */
export interface Installation {
  /** The origin of the public site, which exports and deliveries hold. */
  site: string | null;
  /** What the secrets of webhooks are sealed with. */
  secret: string | null;
  licence: Licence;
  /** How the public reads. */
  reader: Connection;
  /** Sends what webhooks are told, under the guard of addresses. */
  post: Post;
}

/**
 * How the jobs are run that this worker can do. What reads documents or speaks to strangers the core does not know, and an export
 * is read as the public reads. What it was not told enough for is absent, and so left to workers that were.
 */
export const handlersFor = ({ site, secret, licence, reader, post }: Installation): Partial<Handlers> => ({
  ...recordJobs,
  'intake.read': readIntake,
  ...(site !== null && {
    'export.make': async (db) => {
      await makeExport(db, { reader, licence, site });
    },
  }),
  ...(site !== null &&
    secret !== null && {
      'webhook.tell': (db, _, { stopped }) => tellWebhooks(db, { post, site, secret }, stopped),
    }),
});
