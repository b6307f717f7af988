import { Command } from 'commander';
import { addHelp } from '../help/help';
import { runProgram } from '../run-program';
import { extractCommand } from './command';

// `rapporteur extract` as a program of its own: it starts without the packages that only a database needs.
const program = new Command('rapporteur').addCommand(extractCommand());
addHelp(program);
await runProgram(program);
