import { RapporteurError } from '@rapporteur/domain/errors';
import { isOrigin, notAnOrigin } from '@rapporteur/domain/origin';
import { z } from 'zod';
import { licences, type Licence } from './export/licences';

/** How mail is sent. */
export interface MailSettings {
  /** Such as smtps://user:password@host:465. */
  smtp: string;
  from: string;
}

// Empty counts as not set, as in a file of settings that lists them all.
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => value || undefined, schema.optional());
const smtp = z
  .string()
  .regex(/^smtps?:\/\/\S+$/, 'must be the address of a mail server such as smtps://user:password@host:465');
const environment = z
  .object({
    SMTP_URL: optional(smtp),
    MAIL_FROM: optional(z.string().min(3, 'must be a sender such as desk@example.org')),
  })
  .refine(({ SMTP_URL, MAIL_FROM }) => (SMTP_URL === undefined) === (MAIL_FROM === undefined), {
    path: ['MAIL_FROM'],
    message: 'and SMTP_URL belong together: set both, or neither',
  });

/** The settings of mail; null where the installation sends none. Throws one clear line per fault. */
export function mailSettings(variables: NodeJS.ProcessEnv = process.env): MailSettings | null {
  const parsed = environment.safeParse(variables);
  // Values stay out of the message: one of them holds a password.
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`);
    throw new RapporteurError('invalid_input', faults.join('\n'));
  }
  const { SMTP_URL, MAIL_FROM } = parsed.data;
  return SMTP_URL === undefined || MAIL_FROM === undefined ? null : { smtp: SMTP_URL, from: MAIL_FROM };
}

/** The origin of the desk, which mails lead to. Throws one clear line where it is not set or is none. */
export const deskOrigin = (variables: NodeJS.ProcessEnv = process.env): string =>
  originIn(variables, 'ADMIN_ORIGIN', 'https://desk.example.org');

/** The origin of the public site, which mails to readers lead to. Throws one clear line where it is not set or is none. */
export const siteOrigin = (variables: NodeJS.ProcessEnv = process.env): string =>
  originIn(variables, 'WEB_ORIGIN', 'https://record.example.org');

function originIn(variables: NodeJS.ProcessEnv, name: string, example: string): string {
  const origin = variables[name] ?? '';
  if (!isOrigin(origin))
    throw new RapporteurError('invalid_input', `${name} ${notAnOrigin(example)}, not "${origin}".`);
  return origin;
}

/** The licence that the public record is under. Throws one clear line where it is none that is known. */
export function dataLicence(variables: NodeJS.ProcessEnv = process.env): Licence {
  const named = variables['DATA_LICENCE'] || 'CC-BY-4.0';
  const licence = (Object.keys(licences) as Licence[]).find((each) => each === named);
  if (licence === undefined)
    throw new RapporteurError(
      'invalid_input',
      `DATA_LICENCE must be one of ${Object.keys(licences).join(', ')}, not "${named}".`,
    );
  return licence;
}

/** The folder of published schemas that whoever runs the tests gives (docs/open-data.md); null where they give none. */
export const schemasFolder = (variables: NodeJS.ProcessEnv = process.env): string | null =>
  variables['RAPPORTEUR_SCHEMAS'] || null;
