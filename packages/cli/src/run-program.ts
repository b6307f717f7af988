import { RapporteurError } from '@rapporteur/domain/errors';
import type { Command } from 'commander';

/** Runs what the command line asks for. What goes wrong is told on standard error, and the exit code is 1. */
export async function runProgram(program: Command): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof RapporteurError) {
      console.error(error.message);
      for (const { path, message } of error.issues) console.error(`  ${path}: ${message}`);
    } else if (error instanceof Error && 'syscall' in error) {
      // A file that is not there, or already is: the system's own words say which.
      console.error(error.message);
    } else {
      console.error(error);
    }
    process.exitCode = 1;
  }
}
