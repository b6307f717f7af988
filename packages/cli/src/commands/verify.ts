import { verify } from '@rapporteur/core/verify';
import { countWithoutPassages } from '@rapporteur/core/verify/without-passages';
import { Command } from 'commander';
import { withRecord } from '../with-record';

/** How many records are named that are only older than what is asked of them now: there may be as many as the record has. */
const mostNamed = 20;

export const verifyCommand = (): Command =>
  new Command('verify')
    .description(
      'check the publication log, the stored texts, every passage and every published row against one another; count what is public and rests on no passage',
    )
    .option('--list', 'name every public record that states something without a passage, not only the first twenty')
    .action(({ list = false }: { list?: boolean }) =>
      withRecord(async (db) => {
        const findings = await verify(db, (part) => console.error(`Checking ${part} …`));
        for (const { record, what } of findings) console.error(`${record}: ${what}`);
        console.log(findings.length === 0 ? 'Everything agrees.' : `${findings.length} findings.`);
        if (findings.length > 0) process.exitCode = 2;
        let named = 0;
        const { records, fields } = await countWithoutPassages(db, ({ record, fields: bare }) => {
          if (list || named < mostNamed) console.log(`${record}: no passage for ${bare.join(', ')}`);
          named += 1;
        });
        if (!list && records > mostNamed) console.log(`… and ${records - mostNamed} more; --list names them all.`);
        if (records > 0) console.log(toldOf(records, fields));
      }),
    );

/** Nothing is wrong with the record: it is older than what is asked of it now. */
function toldOf(records: number, fields: number): string {
  const stated = `${fields} ${fields === 1 ? 'thing' : 'things'} without a passage`;
  return records === 1
    ? `One public record states ${stated}. Its page says so; its next revision has to bring it.`
    : `${records} public records state ${stated}. Their pages say so; their next revisions have to bring it.`;
}
