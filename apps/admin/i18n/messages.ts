import account from '../messages/en/account.json';
import audit from '../messages/en/audit.json';
import editor from '../messages/en/editor.json';
import intake from '../messages/en/intake.json';
import job from '../messages/en/job.json';
import people from '../messages/en/people.json';
import queue from '../messages/en/queue.json';
import release from '../messages/en/release.json';
import review from '../messages/en/review.json';
import shell from '../messages/en/shell.json';
import translation from '../messages/en/translation.json';
import webhook from '../messages/en/webhook.json';

/** The language of the desk's own interface. There is one until somebody translates the messages. */
export const locale = 'en';

/** The desk's text, one file per area: who works on an area works in its file. */
export const messages = {
  shell,
  queue,
  editor,
  people,
  release,
  review,
  account,
  audit,
  translation,
  intake,
  webhook,
  job,
};
export type Messages = typeof messages;
export type Area = keyof Messages;

declare module 'next-intl' {
  interface AppConfig {
    Locale: typeof locale;
    Messages: Messages;
  }
}
