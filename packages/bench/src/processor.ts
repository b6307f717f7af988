import { readFileSync } from 'node:fs';

/** Of what length a tick of the kernel's clock is, in milliseconds: 100 a second on every Linux that runs here. */
const tick = 10;

/**
 * How long a process has kept processors at work, all its threads together, in milliseconds. Unlike the time that an answer
 * takes, it says little of what else is at work on the machine.
 */
export function processorTime(pid: number): number {
  // Behind the name in brackets, which may hold anything; the 12th and 13th fields from there are ticks (proc(5)).
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * tick;
}
