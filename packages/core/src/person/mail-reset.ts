import type { PrismaClient } from '@rapporteur/db/generated/client';
import { deskOrigin, mailSettings } from '../env';
import { resetMail } from '../mail/letters';
import { openMailer } from '../mail/mailer';
import { linkAddress } from './link-address';
import { createResetLink } from './reset';

/**
 * Mails a reset link to the active person with this address; does nothing where there is none, or where they had three in
 * the last hour. Run again after a failure it makes a new link, and the one before ends.
 */
export async function mailResetLink(db: PrismaClient, { email }: { email: string }): Promise<void> {
  const mailer = openMailer(mailSettings());
  if (mailer === null) return;
  const link = await createResetLink(db, email, { atMost: 3 });
  if (link === null) return;
  await mailer.send(resetMail(email, link.name, linkAddress(deskOrigin(), 'reset', link.secret)));
}
