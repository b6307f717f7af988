import { createTransport } from 'nodemailer';

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

export interface Mailer {
  send: (mail: Mail) => Promise<void>;
}

/** Sends mail through an SMTP server: `smtps://user:password@host:465` or `smtp://host:587`. */
export function openMailer(address: string, from: string): Mailer {
  const transport = createTransport({
    url: address,
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

/** The mail that carries a reset link. */
export const resetMail = (to: string, name: string, link: string): Mail => ({
  to,
  subject: 'Set a new password for the desk',
  text: `${name},

somebody asked for a new password for your account at the desk of the record. This link sets one; it works once, within an hour:

${link}

If that was not you, leave it: your password stays as it is.
`,
});

/** The mail that carries an invitation. */
export const invitationMail = (to: string, inviter: string, link: string): Mail => ({
  to,
  subject: 'Your invitation to the desk',
  text: `${inviter} invites you to the desk of the record. This link makes your account; it works once, within seven days:

${link}
`,
});
