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

/** The server was not reached, or said that it does not take a mail. Nobody gets it. */
export class MailRefused extends RapporteurError {
  constructor(message: string) {
    super('unavailable', message);
    this.name = 'MailRefused';
  }
}

export interface Mailer {
  /**
   * Hands a mail to the server. Throws {@link MailRefused} where it certainly does not have it, and another `unavailable`
   * where it may: the connection ended before it answered.
   */
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
        const reason = reasonOf(error);
        if (isRefusal(error))
          throw new MailRefused(`The mail server did not take a mail (${reason}). Check SMTP_URL and MAIL_FROM.`);
        throw new RapporteurError(
          'unavailable',
          `The mail server did not say whether it took a mail (${reason}). It is tried again.`,
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

/** Whether the server answered that it refuses, or no connection to it came about. */
function isRefusal(error: unknown): boolean {
  const { code, originalCode, responseCode, syscall } = error as Record<string, unknown>;
  if (typeof responseCode === 'number') return responseCode >= 400 && responseCode < 600;
  return code === 'EDNS' || originalCode === 'ECONNREFUSED' || syscall === 'connect';
}

/** The codes alone: the words of a mail server may quote whom a mail was for. */
function reasonOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return [code, responseCode].filter((part) => part !== undefined).join(' ') || 'for an unknown reason';
}
