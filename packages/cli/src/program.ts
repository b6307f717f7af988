import { Command } from 'commander';
import { driftCommand, migrateCommand } from './commands/database';
import { demoCommand } from './commands/demo';
import { exportCommand, hashCommand } from './commands/export';
import { importCommand } from './commands/import';
import { mcpCommand } from './commands/mcp';
import { startCommand, workerCommand } from './commands/run';
import { userCommand } from './commands/user';
import { verifyCommand } from './commands/verify';
import { importDatasetCommand } from './dataset/command';
import { extractCommand } from './extract/command';

/** What the commands are for, in the order of the help. Each command is made in a file of its own and named once, here. */
const groups = (): Record<string, Command[]> => ({
  'Running it:': [startCommand(), workerCommand(), mcpCommand(), migrateCommand(), demoCommand()],
  'The record, in and out:': [importCommand(), importDatasetCommand(), exportCommand(), extractCommand()],
  'Checking it:': [verifyCommand(), hashCommand(), driftCommand()],
  'The people of the desk:': [userCommand()],
});

/** The command line. Making it does nothing: a command acts when it is parsed. */
export function rapporteur(): Command {
  const program = new Command('rapporteur')
    .description('A public record of diplomacy in which every assertion rests on the exact passage that says it.')
    .addHelpText(
      'after',
      '\nExit codes: 0 done; 1 refused or failed, with the reason on standard error; 2 findings (verify, drift).',
    );
  for (const [heading, commands] of Object.entries(groups())) {
    for (const command of commands) program.addCommand(command.helpGroup(heading));
  }
  for (const command of commandsOf(program)) command.showHelpAfterError();
  return program;
}

/** A command and all below it. */
function commandsOf(command: Command): Command[] {
  return [command, ...command.commands.flatMap(commandsOf)];
}
