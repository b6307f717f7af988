import type { Command } from 'commander';

/** A command with its names from the program down: `user add`; empty for the program itself. */
interface NamedCommand {
  path: string;
  command: Command;
}

/** A command and all below it, in the order of the help. What the library adds of its own, such as `help`, is left out. */
export function commandsOf(command: Command, path = ''): NamedCommand[] {
  const below = command.commands.flatMap((one) => commandsOf(one, `${path} ${one.name()}`.trim()));
  return [{ path, command }, ...below];
}
