import { Command } from 'commander';
import { runProgram } from '../run-program';
import { extractCommand } from './command';

// `rapporteur extract` as a program of its own: it starts without the packages that only a database needs.
await runProgram(new Command('rapporteur').addCommand(extractCommand()).showHelpAfterError());
