import { Argument, Command } from 'commander';
import { forBash } from './bash';
import { forFish } from './fish';
import { completedBy } from './tree';
import { forZsh } from './zsh';

const shells = { bash: forBash, zsh: forZsh, fish: forFish };

/** Prints what makes a shell complete this program's commands, made from the commands themselves. */
export function completionCommand(): Command {
  const command = new Command('completion')
    .addArgument(new Argument('<shell>', 'the shell that asks').choices(Object.keys(shells)))
    .description('print a script that completes these commands in a shell');
  return command.action((shell: keyof typeof shells) => {
    process.stdout.write(shells[shell](completedBy(command.parent ?? command)));
  });
}
