import { RapporteurError } from '@rapporteur/domain/errors';
import { createTransport } from 'nodemailer';
import type { MailSettings } from '../env';

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

export interface Mailer {
  /** Hands a mail to the server. Throws `unavailable` where that is away or does not take it. */
  send: (mail: Mail) => Promise<void>;
}

/** Sends mail through the SMTP server of the environment; null where the installation sends none. */
export function openMailer(settings: MailSettings | null): Mailer | null {
  if (settings === null) return null;
  const { smtp, from } = settings;
  const transport = createTransport({
    url: smtp,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    // Mail is our own text: it names no file and no address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, ...mail }) => {
      // As one address and not as a text that may hold several.
      await transport.sendMail({ ...mail, from, to: { name: '', address: to } }).catch((error: unknown) => {
        throw new RapporteurError(
          'unavailable',
          `The mail server did not take a mail (${reasonOf(error)}). Check SMTP_URL and MAIL_FROM.`,
        );
      });
    },
  };
}

/** The codes alone: the words of a mail server may quote whom a mail was for. */
function reasonOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return [code, responseCode].filter((part) => part !== undefined).join(' ') || 'for an unknown reason';
}
