import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { root } from './settings';

const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-steps-'));
const name = path.basename(folder);
const file = (of: string) => path.join(folder, of);
afterAll(() => {
  writeFileSync(file('go'), '');
  rmSync(path.join(root, 'node_modules', `.rapporteur-${name}`), { force: true });
  rmSync(folder, { recursive: true, force: true });
});

/** A program that does what `npm start` does before it starts anything: one step, whose program is given as code. */
function start(code: string) {
  const bootstrap = pathToFileURL(path.join(root, 'packages/cli/bin/bootstrap.mjs')).href;
  const step = `step(${JSON.stringify(name)}, 'A step', ['LICENSE'], 'LICENSE', () => run(process.execPath, ['-e', ${JSON.stringify(code)}]))`;
  const program = spawn(
    process.execPath,
    ['--input-type=module', '-e', `import { run, step } from ${JSON.stringify(bootstrap)}; ${step};`],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  program.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return {
    program,
    said: () => said,
    exit: new Promise<number | null>((resolve) => program.once('exit', (code) => resolve(code))),
  };
}

const write = (of: string) => `require('node:fs').writeFileSync(${JSON.stringify(file(of))}, '')`;
const bound = { timeout: 60_000, interval: 20 };

it.runIf(process.platform === 'linux')(
  'a step waits for what a start that was killed has left running',
  bound,
  async () => {
    const look = `if (require('node:fs').existsSync(${JSON.stringify(file('go'))})) { ${write('first')}; clearInterval(timer); }`;
    const killed = start(`${write('begun')}; const timer = setInterval(() => { ${look} }, 20);`);
    await expect.poll(() => existsSync(file('begun')), bound).toBe(true);
    killed.program.kill('SIGKILL');
    await killed.exit;

    const next = start(write('second'));
    await expect.poll(next.said, bound).toContain('Waiting for what another start');
    expect(existsSync(file('second'))).toBe(false);
    writeFileSync(file('go'), '');
    expect(await next.exit).toBe(0);
    expect(existsSync(file('first'))).toBe(true);
    expect(existsSync(file('second'))).toBe(true);

    // Done is done: it runs no third time.
    const third = start(write('third'));
    expect(await third.exit).toBe(0);
    expect(existsSync(file('third'))).toBe(false);
  },
);
