import { rapporteur } from './program';
import { runProgram } from './run-program';

await runProgram(rapporteur());
