import { createWriteStream, readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { exportBundle } from '@rapporteur/core/bundle/export';
import { importBundle } from '@rapporteur/core/bundle/import';
import type { Role } from '@rapporteur/core/policy';
import { verify } from '@rapporteur/core/verify';
import { ownerClient } from '@rapporteur/db/clients';
import type { Connection } from '@rapporteur/db/connection';
import { drift } from '@rapporteur/db/drift';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { RapporteurError } from '@rapporteur/domain/errors';
import { bringUpToDate } from './start/bring-up-to-date';
import { loadDemo } from './demo/load';
import { extractCommand } from './extract/command';
import { showProgress } from './progress';
import { runProgram } from './run-program';
import { withDatabase } from './start/database';
import { start } from './start/start';
import { addUserCommands } from './user';
import { workUntilAsked } from './worker/run';

/** Runs work with the owner's client on the instance's migrated database. */
function withRecord<T>(work: (db: PrismaClient, connection: Connection) => Promise<T>): Promise<T> {
  return withDatabase(async (connection) => {
    await bringUpToDate(connection);
    const db = ownerClient(connection, { max: 4, statementTimeout: 600_000 });
    try {
      return await work(db, connection);
    } finally {
      await db.$disconnect();
    }
  });
}

const program = new Command('rapporteur')
  .description('A public record of diplomacy in which every assertion rests on the exact passage that says it.')
  .addHelpText(
    'after',
    '\nExit codes: 0 done; 1 refused or failed, with the reason on standard error; 2 findings (verify, drift).',
  )
  .showHelpAfterError();

program.command('start').description('run the database, the site, the desk and a worker until Ctrl-C').action(start);

program
  .command('worker')
  .description('run background jobs until Ctrl-C; as many of these as wanted share the work of one database')
  .action(() =>
    withDatabase(async (connection) => {
      await bringUpToDate(connection);
      await workUntilAsked(connection);
    }),
  );

program
  .command('migrate')
  .description('bring the database to this version of the program')
  .action(() =>
    withDatabase(async (connection) => {
      const applied = await bringUpToDate(connection);
      console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`);
    }),
  );

program
  .command('demo')
  .description('load the demonstration record into an empty database')
  .action(() =>
    withRecord(async (db) => {
      const loaded = await loadDemo(db, (line) => console.log(line));
      console.log(
        loaded ? 'The demonstration record is public.' : 'The database already holds records; nothing was loaded.',
      );
    }),
  );

program
  .command('import <file>')
  .description('import a bundle (JSON lines, see docs/bundle.md; "-" for standard input): all of it, or nothing')
  .requiredOption('--importer <email>', 'the user who brings the texts in')
  .requiredOption('--reviewer <email>', 'another user, who vouches for them and publishes')
  .action((file: string, people: { importer: string; reviewer: string }) =>
    withRecord(async (db) => {
      const text = readFileSync(file === '-' ? 0 : file, 'utf8');
      const [importer, reviewer] = await Promise.all([callerOf(db, people.importer), callerOf(db, people.reviewer)]);
      const report = await importBundle(db, text, { importer, reviewer }, showProgress('Import'));
      console.log(
        Object.entries(report)
          .map(([what, count]) => `${count} ${what}`)
          .join(', '),
      );
    }),
  );

program
  .command('export <file>')
  .description('write the public record as a bundle ("-" for standard output)')
  .action((file: string) =>
    withRecord(async (db) => {
      const out = file === '-' ? process.stdout : createWriteStream(file, { flags: 'wx' });
      let lines = 0;
      const counted = async function* () {
        for await (const line of exportBundle(db)) {
          lines += 1;
          yield line;
        }
      };
      await pipeline(counted, out, { end: file !== '-' });
      if (file !== '-') console.log(`${lines - 1} records written to ${file}.`);
    }),
  );

program
  .command('verify')
  .description('check the publication log, the stored texts, every passage and every published row against one another')
  .action(() =>
    withRecord(async (db) => {
      const findings = await verify(db, (part) => console.error(`Checking ${part} …`));
      for (const { record, what } of findings) console.error(`${record}: ${what}`);
      console.log(findings.length === 0 ? 'Everything agrees.' : `${findings.length} findings.`);
      if (findings.length > 0) process.exitCode = 2;
    }),
  );

program
  .command('drift')
  .description('compare the schema, the migrations and the history twins')
  .action(() =>
    withDatabase(async (connection) => {
      await bringUpToDate(connection);
      const findings = await drift(connection);
      for (const finding of findings) console.error(finding);
      console.log(
        findings.length === 0 ? 'Schema, migrations and history twins agree.' : `${findings.length} differences.`,
      );
      if (findings.length > 0) process.exitCode = 2;
    }),
  );

program.addCommand(extractCommand());
addUserCommands(program, withRecord);

async function callerOf(db: PrismaClient, email: string) {
  const found = await db.user.findUnique({ where: { email } });
  if (!found?.active)
    throw new RapporteurError('not_found', `There is no active user ${email}; add one with "rapporteur user add".`);
  return { userId: found.id, role: found.role as Role };
}

await runProgram(program);
