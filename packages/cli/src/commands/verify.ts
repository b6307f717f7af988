import { verify } from '@rapporteur/core/verify';
import { recordsWithoutPassages } from '@rapporteur/core/verify/without-passages';
import { Command } from 'commander';
import { withRecord } from '../with-record';

/** Nothing is wrong with the record: it is older than what is asked of it now. */
function toldOf(bare: readonly { fields: readonly string[] }[]): string {
  const fields = bare.reduce((sum, one) => sum + one.fields.length, 0);
  const stated = `${fields} ${fields === 1 ? 'thing' : 'things'} without a passage`;
  return bare.length === 1
    ? `One public record states ${stated}. Its page says so; its next revision has to bring it.`
    : `${bare.length} public records state ${stated}. Their pages say so; their next revisions have to bring it.`;
}

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
        const bare = await recordsWithoutPassages(db);
        for (const { record, fields } of bare) console.error(`${record}: no passage for ${fields.join(', ')}`);
        if (bare.length > 0) console.log(toldOf(bare));
      }),
    );
