import { createTransport } from 'nodemailer';
import type { MailSettings } from '../env';

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

export interface Mailer {
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
    send: async (mail) => {
      await transport.sendMail({ from, ...mail });
    },
  };
}
