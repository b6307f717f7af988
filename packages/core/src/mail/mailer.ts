import { RapporteurError } from '@rapporteur/domain/errors';
import { createTransport } from 'nodemailer';
import type { MailSettings } from '../env';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** Tells the mail from every other: sent again, it is known for the same by whoever keeps it. */
  id?: string;
  /** Where a program of mail can end what is sent so: by one request, without asking (RFC 2369, RFC 8058). */
  unsubscribe?: string;
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
    send: async ({ to, subject, text, id, unsubscribe }) => {
      // As one address and not as a text that may hold several.
      const mail = { from, to: { name: '', address: to }, subject, text };
      await transport.sendMail({ ...mail, ...headersOf(from, id, unsubscribe) }).catch((error: unknown) => {
        throw new RapporteurError(
          'unavailable',
          `The mail server did not take a mail (${reasonOf(error)}). Check SMTP_URL and MAIL_FROM.`,
        );
      });
    },
  };
}

function headersOf(from: string, id?: string, unsubscribe?: string) {
  const domain = /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return {
    ...(id === undefined ? {} : { messageId: `<${id}@${domain}>` }),
    ...(unsubscribe === undefined
      ? {}
      : {
          headers: {
            'List-Unsubscribe': { prepared: true, value: `<${unsubscribe}>` },
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            // Nobody's holiday should answer it (RFC 3834).
            'Auto-Submitted': 'auto-generated',
          },
        }),
  };
}

/** The codes alone: the words of a mail server may quote whom a mail was for. */
function reasonOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return [code, responseCode].filter((part) => part !== undefined).join(' ') || 'for an unknown reason';
}
