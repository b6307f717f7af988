import { createSignInLink, ensureUser } from '@rapporteur/api/admin/users';
import { emailSchema } from '@rapporteur/domain/email';
import { linkAddress } from '@rapporteur/core/person/link-address';
import { createResetLink } from '@rapporteur/core/person/reset';
import { roles, type Role } from '@rapporteur/core/policy';
import { RapporteurError } from '@rapporteur/domain/errors';
import { Command, Option } from 'commander';
import { readSettings } from '../start/settings';
import { withRecord } from '../with-record';

/** The commands about people. Whoever can run them holds the host, and with it the desk. */
export function userCommand(): Command {
  const user = new Command('user').description('add people, sign them in, and list them');

  user
    .command('add <email> <name>')
    .description('add a person, or change their name and role; another role ends their sessions')
    .addOption(new Option('--role <role>', 'what they may do').choices(roles).makeOptionMandatory())
    .action((email: string, name: string, { role }: { role: Role }) =>
      withRecord(async (db) => {
        await ensureUser(db, { email, name, role });
        console.log(`${name} <${email}> is ${role}.`);
      }),
    );

  user
    .command('list')
    .description('list the people and their roles')
    .action(() =>
      withRecord(async (db) => {
        const people = await db.user.findMany({ orderBy: { email: 'asc' } });
        for (const { email, name, role, active } of people)
          console.log([email, name, role, active ? 'active' : 'deactivated'].join('\t'));
      }),
    );

  user
    .command('link <email>')
    .description('print a link that signs this person in once')
    .action((email: string) =>
      withRecord(async (db) => {
        console.log(await createSignInLink(db, { email: addressed(email), baseUrl: deskAddress() }));
      }),
    );

  user
    .command('reset <email>')
    .description('print a link by which this person sets a new password, once')
    .option('--drop-second-factor', 'also turn off their authenticator app, for somebody who has lost it')
    .action((email: string, { dropSecondFactor = false }: { dropSecondFactor?: boolean }) =>
      withRecord(async (db) => {
        const link = await createResetLink(db, addressed(email), { dropSecondFactor });
        if (link === null) throw new RapporteurError('not_found', `There is no active user ${email}.`);
        console.log(linkAddress(deskAddress(), 'reset', link.secret));
      }),
    );
  return user;
}

/** Where people reach the desk. */
function deskAddress(): string {
  const { host, adminPort } = readSettings();
  return process.env['ADMIN_ORIGIN'] || `http://${host}:${adminPort}`;
}

function addressed(email: string): string {
  const parsed = emailSchema.safeParse(email);
  if (!parsed.success) throw new RapporteurError('invalid_input', `"${email}" is not an e-mail address.`);
  return parsed.data;
}
