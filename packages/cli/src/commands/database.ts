import { drift } from '@rapporteur/db/drift';
import { Command } from 'commander';
import { bringUpToDate } from '../start/bring-up-to-date';
import { withDatabase } from '../start/database';

export const migrateCommand = (): Command =>
  new Command('migrate').description('bring the database to this version of the program').action(() =>
    withDatabase(async (connection) => {
      const applied = await bringUpToDate(connection);
      console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`);
    }),
  );

export const driftCommand = (): Command =>
  new Command('drift').description('compare the schema, the migrations and the history twins').action(() =>
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
