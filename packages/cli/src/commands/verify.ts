import { verify } from '@rapporteur/core/verify';
import { Command } from 'commander';
import { withRecord } from '../with-record';

export const verifyCommand = (): Command =>
  new Command('verify')
    .description(
      'check the publication log, the stored texts, every passage and every published row against one another',
    )
    .action(() =>
      withRecord(async (db) => {
        const findings = await verify(db, (part) => console.error(`Checking ${part} …`));
        for (const { record, what } of findings) console.error(`${record}: ${what}`);
        console.log(findings.length === 0 ? 'Everything agrees.' : `${findings.length} findings.`);
        if (findings.length > 0) process.exitCode = 2;
      }),
    );
