import type { PrismaClient } from '@rapporteur/db/generated/client';
import { deskOrigin, mailSettings } from '../env';
import { resetMail } from '../mail/letters';
import { openMailer } from '../mail/mailer';
import { linkAddress } from './link-address';
import { createResetLink, forgetResetLink } from './reset';

/**
 * Mails a reset link to the active person with this address; does nothing where there is none, or where they had three in
 * the last hour. Where the mail does not go, its link is forgotten, so that running this again mails a new one.
 */
export async function mailResetLink(db: PrismaClient, { email }: { email: string }): Promise<void> {
  const mailer = openMailer(mailSettings());
  if (mailer === null) return;
  const link = await createResetLink(db, email, { atMost: 3 });
  if (link === null) return;
  try {
    await mailer.send(resetMail(email, link.name, linkAddress(deskOrigin(), 'reset', link.secret)));
  } catch (error) {
    await forgetResetLink(db, link.id);
    throw error;
  }
}
