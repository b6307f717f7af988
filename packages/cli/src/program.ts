import { Command } from 'commander';
import { driftCommand, migrateCommand } from './commands/database';
import { demoCommand } from './commands/demo';
import { exportCommand, hashCommand } from './commands/export';
import { importCommand } from './commands/import';
import { mcpCommand } from './commands/mcp';
import { startCommand, workerCommand } from './commands/run';
import { userCommand } from './commands/user';
import { verifyCommand } from './commands/verify';
import { completionCommand } from './completion/command';
import { importDatasetCommand } from './dataset/command';
import { extractCommand } from './extract/command';
import { addHelp } from './help/help';
import { manCommand } from './help/man-command';

const helping = 'Help:';

/** What the commands are for, in the order of the help. Each command is made in a file of its own and named once, here. */
const groups = (): Record<string, Command[]> => ({
  'Running it:': [startCommand(), workerCommand(), mcpCommand(), migrateCommand(), demoCommand()],
  'The record, in and out:': [importCommand(), importDatasetCommand(), exportCommand(), extractCommand()],
  'Checking it:': [verifyCommand(), hashCommand(), driftCommand()],
  'The people of the desk:': [userCommand()],
  [helping]: [manCommand(), completionCommand()],
});

/** The command line. Making it does nothing: a command acts when it is parsed. */
export function rapporteur(): Command {
  const program = new Command('rapporteur')
    .description('A public record of diplomacy in which every assertion rests on the exact passage that says it.')
    .addHelpCommand(
      new Command('help').argument('[command]').description('show what a command does').helpGroup(helping),
    );
  for (const [heading, commands] of Object.entries(groups())) {
    for (const command of commands) program.addCommand(command.helpGroup(heading));
  }
  addHelp(program);
  return program;
}
