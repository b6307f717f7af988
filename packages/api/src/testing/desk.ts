import { openLimiter } from '@rapporteur/db/rate-limit';
import type { TestDatabase } from '@rapporteur/db/testing/database';
import { deskAuth } from '../admin/auth';
import type { Desk } from '../admin/desk';
import { notedLimiter } from '../admin/limits';
import type { Mailer } from '@rapporteur/core/mail/mailer';

interface Options {
  origin: string;
  mailer?: Mailer;
}

/** A desk on a test's own database: one instance of several, where a test opens several. The caller closes its limiter. */
export function testDesk({ owner, connection }: TestDatabase, { origin, mailer }: Options): Desk {
  const authOptions = { origin, secret: 'a secret of chance that a test does not need' };
  return {
    db: owner,
    auth: deskAuth(owner, authOptions),
    authOptions,
    origin,
    limiter: notedLimiter(owner, openLimiter(connection)),
    mailer: mailer ?? null,
  };
}
