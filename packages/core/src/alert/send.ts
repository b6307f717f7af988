import { Prisma, type PrismaClient } from '@rapporteur/db/generated/client';
import { transaction } from '@rapporteur/db/transaction';
import type { Rhythm } from '@rapporteur/domain/alert/asking';
import { isCorrection } from '@rapporteur/domain/correction';
import { languageNamed, original, type SiteLanguage } from '@rapporteur/domain/translation/languages';
import { mailSettings, siteOrigin } from '../env';
import { publicationsAs, toCorrection, toItem } from '../feed/items';
import { MailRefused, openMailer, type Mailer } from '../mail/mailer';
import { newSecret } from '../person/secret';
import { nameOf, readAbout } from './about';
import { timeToConfirm } from './forget';
import { alertMail, confirmationMail, type AlertLetter } from './letters';

/** The first half of the advisory locks under which a mail is sent; the second is a hash of its id. */
const sending = 7_370_739;

/** How long a mail may take to be handed over, in milliseconds: longer than the server of mail is waited for. */
const patience = 60_000;

/** Asks the owner of an address whether it was they who asked. Does nothing where that was confirmed or forgotten. */
export async function mailConfirmation(db: PrismaClient, { alertId }: { alertId: string }): Promise<void> {
  const alert = await db.alert.findFirst({ where: { id: alertId, confirmedAt: null } });
  if (alert === null) return;
  const { secret, hash } = newSecret();
  const expiresAt = new Date(Date.now() + timeToConfirm);
  await db.alertToken.create({ data: { hash, alertId, purpose: 'confirm', expiresAt } });
  await handOver(db, hash, (mailer) =>
    mailer.send(confirmationMail({ to: alert.email, language: languageOf(alert), origin: siteOrigin() }, secret)),
  );
}

/**
 * Sends a mail that was made, once: whoever else would send it waits, and finds it sent. Should this process die between the
 * moment in which the mail server has it and the one in which that is noted, it is sent again under the same `Message-ID`.
 */
export async function mailAlert(db: PrismaClient, { mailId }: { mailId: string }): Promise<void> {
  const mail = await db.alertMail.findFirst({ where: { id: mailId, sentAt: null } });
  if (mail === null) return;
  const { secret, hash } = newSecret();
  // There before the mail is: the link works in every copy that may be on its way.
  const noted = await db.$executeRaw`
    INSERT INTO "AlertToken" ("hash", "alertId", "purpose") SELECT ${hash}, "id", 'leave' FROM "Alert" WHERE "id" = ${mail.alertId}`;
  if (noted === 0) return;
  const sent = await handOver(db, hash, (mailer) =>
    transaction(
      db,
      async (tx) => {
        // Not a lock on the row: whoever leaves meanwhile does not wait for the server of mail.
        await tx.$executeRaw`SELECT FROM pg_advisory_xact_lock(${sending}::int, hashtext(${mailId}))`;
        const letter = await letterOf(tx, mailId, secret);
        if (letter === null) return false;
        await mailer.send(alertMail(letter));
        await tx.alertMail.updateMany({ where: { id: mailId }, data: { sentAt: new Date() } });
        return true;
      },
      { timeout: patience },
    ),
  );
  if (!sent) await db.alertToken.deleteMany({ where: { hash } });
}

/**
 * Hands a mail over. The next try mails a new secret: this one is forgotten where nobody can have it, and stays where the
 * mail may be on its way, whatever failed after the server had it.
 */
async function handOver<T>(db: PrismaClient, hash: string, send: (mailer: Mailer) => Promise<T>): Promise<T> {
  try {
    const mailer = openMailer(mailSettings());
    if (mailer === null) throw new MailRefused('Mail is off: set SMTP_URL and MAIL_FROM.');
    return await send(mailer);
  } catch (error) {
    if (error instanceof MailRefused) await db.alertToken.deleteMany({ where: { hash } });
    throw error;
  }
}

/** The language of a reader's letters: the database keeps those of the site alone. */
const languageOf = ({ language }: { language: string }): SiteLanguage => languageNamed(language) ?? original;

type Reading = Parameters<Parameters<typeof transaction>[1]>[0];

/** What a mail says; null where it was sent meanwhile, or its reader has left. */
async function letterOf(tx: Reading, mailId: string, secret: string): Promise<AlertLetter | null> {
  const mail = await tx.alertMail.findFirst({ where: { id: mailId, sentAt: null }, include: { alert: true } });
  const since = mail?.alert.confirmedAt ?? null;
  if (mail === null || since === null) return null;
  const { alert, sequences } = mail;
  const about = readAbout(alert.about);
  const rows = await publicationsAs(tx, Prisma.sql`SELECT unnest(${sequences.map(String)}::bigint[])`);
  const items = rows.map(about.of === 'corrections' ? toCorrection : toItem);
  const language = languageOf(alert);
  return {
    to: alert.email,
    language,
    origin: siteOrigin(),
    id: mailId,
    ...(await nameOf(tx, about, language)),
    // The database keeps no other.
    rhythm: alert.rhythm as Rhythm,
    since,
    items: [...items.filter(isCorrection), ...items.filter((item) => !isCorrection(item))],
    count: mail.count,
    leave: secret,
  };
}
