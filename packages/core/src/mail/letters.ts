import type { Mail } from './mailer';

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
