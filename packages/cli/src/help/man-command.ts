import { Command } from 'commander';
import { manPage } from './man-page';
import { manual } from './manual';

/** Prints the manual as man(1) reads it. */
export function manCommand(): Command {
  const command = new Command('man').description('print the manual for man(1)');
  return command.action(() => {
    process.stdout.write(manPage(manual(command.parent ?? command)));
  });
}
