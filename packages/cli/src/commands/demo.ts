import { Command } from 'commander';
import { loadDemo } from '../demo/load';
import { withRecord } from '../with-record';

export const demoCommand = (): Command =>
  new Command('demo').description('load the demonstration record into an empty database').action(() =>
    withRecord(async (db) => {
      const loaded = await loadDemo(db, (line) => console.log(line));
      console.log(
        loaded ? 'The demonstration record is public.' : 'The database already holds records; nothing was loaded.',
      );
    }),
  );
