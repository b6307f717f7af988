import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandsOf } from '../help/commands';
import { rapporteur } from '../program';
import { forBash } from './bash';
import { forFish } from './fish';
import { completedBy } from './tree';
import { forZsh } from './zsh';

const program = rapporteur();
const tree = completedBy(program);
const folder = mkdtempSync(path.join(tmpdir(), 'completion-'));
const script = path.join(folder, 'rapporteur.bash');

beforeAll(() => {
  writeFileSync(script, forBash(tree));
  for (const name of ['record.jsonl', 'a file.txt']) writeFileSync(path.join(folder, name), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What bash offers for the last of the words that were typed. */
function offered(...typed: string[]): string[] {
  const words = ['rapporteur', ...typed];
  const run = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _rapporteur; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const printed = execFileSync('bash', ['--norc', '-c', run, 'bash', script, ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  return printed.split('\n').filter((line) => line !== '');
}

describe('completion in bash', () => {
  it('offers every command, and the commands below one', () => {
    for (const { path: at, command } of commandsOf(program).filter((one) => one.command.commands.length > 0))
      expect(offered(...at.split(' ').filter((word) => word !== ''), '').toSorted()).toEqual(
        command.commands.map((below) => below.name()).toSorted(),
      );
    expect(offered('mig')).toEqual(['migrate']);
    expect(offered('user', 'li')).toEqual(['list', 'link']);
    expect(offered('nothing-like-this')).toEqual([]);
  });

  it('offers the options of every command', () => {
    for (const { path: at, command } of commandsOf(program)) {
      const expected = [...command.options.map(({ long }) => long), '--help'];
      expect(offered(...at.split(' ').filter((word) => word !== ''), '--')).toEqual(expected);
    }
  });

  it('offers the values that an option or an argument may have', () => {
    expect(offered('user', 'add', 'a@example.org', 'A', '--role', 'pub')).toEqual(['publisher']);
    expect(offered('extract', '--lang', 'h')).toEqual(['hu']);
    expect(offered('completion', '')).toEqual(['bash', 'zsh', 'fish']);
    expect(offered('import', 'record.jsonl', '--importer', '')).toEqual([]);
  });

  it('offers files where one is wanted, those with a space in their name too', () => {
    expect(offered('import', 'rec')).toEqual(['record.jsonl']);
    expect(offered('extract', 'a')).toEqual(['a file.txt']);
    expect(offered('verify', '')).toEqual([]);
  });

  it('is loaded by a shell without a word', () => {
    expect(
      execFileSync('bash', ['--norc', '-c', `source "${script}"; complete -p rapporteur`], { encoding: 'utf8' }),
    ).toBe('complete -F _rapporteur rapporteur\n');
  });
});

const installed = (shell: string) =>
  ['/bin', '/usr/bin', '/usr/local/bin'].some((folderOf) => existsSync(path.join(folderOf, shell)));

describe.each([
  ['zsh', forZsh],
  ['fish', forFish],
] as const)('completion in %s', (shell, write) => {
  it('names every command and every option, once for each place', () => {
    const text = write(tree);
    for (const { commands, options } of tree) {
      for (const { word } of commands) expect(text).toContain(word);
      for (const { word } of options) expect(text).toContain(shell === 'fish' ? `-l ${word.slice(2)}` : word);
    }
  });

  it.runIf(installed(shell))('is a script that the shell can read', () => {
    const file = path.join(folder, `rapporteur.${shell}`);
    writeFileSync(file, write(tree));
    expect(execFileSync(shell, [shell === 'fish' ? '--no-execute' : '-n', file], { encoding: 'utf8' })).toBe('');
  });
});
