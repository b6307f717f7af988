import { RapporteurError } from '@rapporteur/domain/errors';
import { CommanderError, type Command } from 'commander';
import { exitCodes } from './help/exit-codes';

/**
 * Runs what the command line asks for. What goes wrong is told on standard error, and the exit code says what sort of thing it
 * is (help/exit-codes).
 */
export async function runProgram(program: Command, line: readonly string[] = process.argv): Promise<void> {
  try {
    await program.parseAsync(line);
  } catch (error) {
    process.exitCode = exitCodes.failed;
    if (error instanceof CommanderError) {
      // It has been told already. Asked for, help is no failure.
      process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.misused;
    } else if (error instanceof RapporteurError) {
      console.error(error.message);
      for (const { path, message } of error.issues) console.error(`  ${path}: ${message}`);
    } else if (error instanceof Error && 'syscall' in error) {
      // A file that is not there, or already is: the system's own words say which.
      console.error(error.message);
    } else {
      console.error(error);
    }
  }
}
