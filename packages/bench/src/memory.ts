import { readdirSync, readFileSync } from 'node:fs';

/** The resident memory of a process, in megabytes (10⁶ bytes). Reads /proc, so it works on Linux only. */
export const residentMemory = (pid: number): number =>
  Number(statusOf(pid).get('VmRSS')?.split(' ')[0] ?? 0) * 1.024e-3;

/** The most that was ever resident of a process, in megabytes (10⁶ bytes). */
export const peakMemory = (pid: number): number => Number(statusOf(pid).get('VmHWM')?.split(' ')[0] ?? 0) * 1.024e-3;

/** A process and all that descend from it, as long as their parents live. */
export function familyOf(pid: number): { pid: number; command: string }[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const children = new Map<number, number[]>();
  for (const name of all) {
    const parent = Number(statusOf(Number(name)).get('PPid') ?? 0);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const family = [pid];
  for (const member of family) family.push(...(children.get(member) ?? []));
  return family.map((member) => ({ pid: member, command: commandOf(member) }));
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return ''; // it has ended since
  }
}

function statusOf(pid: number): Map<string, string> {
  try {
    const lines = readFileSync(`/proc/${pid}/status`, 'utf8').split('\n');
    return new Map(lines.map((line) => [line.split(':')[0] ?? '', line.slice(line.indexOf(':') + 1).trim()]));
  } catch {
    return new Map(); // it has ended since
  }
}
