import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile, compiled } from '../../bin/bootstrap.mjs';
import { rapporteur } from '../program';
import { commandsOf } from './commands';
import { examples } from './examples';
import { manPage } from './man-page';
import { manual } from './manual';

const program = rapporteur();
const commands = commandsOf(program);

/** The help of a command as it is printed. */
function helpOf(path: string): string {
  const found = commandsOf(rapporteur()).find((one) => one.path === path)?.command;
  let printed = '';
  found?.configureOutput({ writeOut: (text) => (printed += text) }).outputHelp();
  return printed;
}

describe('the help', () => {
  it('names every command under a heading of its own, and what the exit codes mean', () => {
    const help = helpOf('');
    for (const { name } of program.commands.map((command) => ({ name: command.name() })))
      expect(help).toContain(`  ${name}`);
    expect(help).not.toMatch(/^Commands:/m);
    expect(help).toMatch(/^Exit codes:\n +0 {2}done\n/m);
  });

  it('of each command says what it does, and what each of its options and arguments is', () => {
    for (const { path, command } of commands) {
      expect(command.description(), path).not.toBe('');
      for (const { flags, description } of command.options) expect(description, `${path} ${flags}`).not.toBe('');
    }
  });

  it('shows examples, which are of commands and options that there are', () => {
    for (const [path, own] of Object.entries(examples)) {
      const command = commands.find((one) => one.path === path)?.command;
      expect(command, `there is no command ${path}`).toBeDefined();
      for (const { line } of own) {
        expect(helpOf(path)).toContain(line);
        expect(line).toContain(`rapporteur ${path}`);
        for (const [flag] of line.matchAll(/(?<= )--[a-z-]+/g))
          expect(
            command?.options.map(({ long }) => long),
            line,
          ).toContain(flag);
      }
    }
  });
});

it('the manual is that of these commands', async () => {
  await expect(manual(program)).toMatchFileSnapshot('../../../../docs/rapporteur.1.md');
});

it('the manual names every setting that the README names', () => {
  const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8');
  const rows = readme.split('\n').filter((line) => /^\| `[A-Z]/.test(line));
  const settings = rows.flatMap((row) =>
    [...(row.split(' | ')[0] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name),
  );
  expect(settings).toContain('WEB_ORIGIN');
  const [, environment = ''] = manual(program).split('## Environment');
  expect(settings.filter((name) => !environment.includes(`\`${name}\``))).toEqual([]);
});

it('the manual is read by man(1) as it stands', () => {
  const page = manPage(manual(program));
  const requests = page.match(/^[.'].*$/gm) ?? [];
  for (const request of requests) expect(request).toMatch(/^\.(?:(?:PP|EX|EE|TP)$|(?:TH|SH|SS|B) )/);
  for (const { path } of commands.filter(({ path }) => path !== '' && path !== 'user'))
    expect(page).toContain(`\n.SS rapporteur ${path.replaceAll('-', '\\-')}`);
  // Nothing of Markdown is left, and nothing that groff would read as something else.
  expect(page).not.toMatch(/`|^#|\\(?![-e&f[])|[^\n -~]/m);
  expect(manPage('- `.x`: a\\b `c-d`\n')).toBe('.TP\n.B \\&.x\na\\eb \\fBc\\-d\\fR\n');
});

describe('exit codes', () => {
  beforeAll(compile);
  const run = (line: readonly string[], settings: object) =>
    spawnSync(process.execPath, [compiled('main'), ...line], {
      encoding: 'utf8',
      input: '',
      env: { ...process.env, ...settings },
    });

  it.each<[code: number, line: string[], settings?: Record<string, string>]>([
    [0, ['completion', 'bash']],
    [1, ['extract', 'no-such-file.txt']],
    [64, ['completion', 'tcsh']],
    [1, ['mcp'], { WEB_ORIGIN: 'https://record.example.org/' }],
  ])('%i: rapporteur %j', (code, line, settings = {}) => {
    const { status, stdout, stderr } = run(line, settings);
    expect(status).toBe(code);
    // What went wrong is told on standard error alone, without where in the program.
    for (const wrong of Object.values(settings)) expect(stderr).toContain(wrong);
    if (code !== 0) expect([stdout, stderr !== '', /\n +at /.test(stderr)]).toEqual(['', true, false]);
  });

  it.each([
    [0, ['--help']],
    [0, ['help', 'import']],
    [64, []],
    [64, ['nothing']],
    [64, ['verify', '--nothing']],
    [64, ['user', 'add', 'a@example.org']],
    [64, ['user', 'add', 'a@example.org', 'A', '--role', 'king']],
  ] as const)('%i, in this process: rapporteur %j', async (code, line) => {
    const { runProgram } = await import('../run-program');
    const quiet = rapporteur();
    for (const { command } of commandsOf(quiet))
      command.configureOutput({ writeOut: () => undefined, writeErr: () => undefined });
    const before = process.exitCode;
    process.exitCode = undefined;
    await runProgram(quiet, ['node', 'rapporteur', ...line]);
    expect(process.exitCode ?? 0).toBe(code);
    process.exitCode = before;
  });
});
