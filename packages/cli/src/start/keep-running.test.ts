import { spawn } from 'node:child_process';
import { describe, test, type TestContext } from 'vitest';
import type { App } from './apps';
import { keepRunning, type KeptApp } from './keep-running';

// With real processes, and the real pauses between them: side by side, so that they are waited for once.

type Finish = TestContext['onTestFinished'];

/** Keeps a program running until its test is over; answers it with everything that was started and everything that was said. */
function keep(
  finish: Finish,
  program: string,
): { running: KeptApp; started: { app: App; at: number }[]; said: string[] } {
  const started: { app: App; at: number }[] = [];
  const said: string[] = [];
  const start = () => {
    const app = { name: 'The desk', process: spawn(process.execPath, ['-e', program], { stdio: 'ignore' }) };
    // By a clock that is never set back.
    started.push({ app, at: performance.now() });
    return app;
  };
  const running = keepRunning(start, (line) => said.push(line));
  finish(() => running.stop());
  return { running, started, said };
}

const lives = 'setInterval(() => undefined, 1000)';
const isAlive = ({ process: child }: App) => child.exitCode === null && child.signalCode === null;

describe.concurrent('a program that is kept running', () => {
  test(
    'a program that is killed is started again, and how it ended is said',
    { timeout: 30_000 },
    async ({ expect, onTestFinished }) => {
      const { running, started, said } = keep(onTestFinished, lives);
      const first = running.app;
      first.process.kill('SIGKILL');
      await expect.poll(() => started.length, { timeout: 10_000 }).toBe(2);
      expect(said).toEqual(['The desk ended by itself (SIGKILL). It is started again in 1 s; the rest runs on.']);
      expect(running.app).not.toBe(first);
      expect(isAlive(running.app)).toBe(true);
    },
  );

  test(
    'one that cannot hold is given longer and longer pauses',
    { timeout: 60_000 },
    async ({ expect, onTestFinished }) => {
      const { started, said } = keep(onTestFinished, 'process.exit(3)');
      await expect.poll(() => started.length, { timeout: 30_000 }).toBe(4);
      const pauses = said.slice(0, 3).map((line) => /\(exit code 3\).* in (\d+) s/.exec(line)?.[1]);
      expect(pauses).toEqual(['1', '2', '4']);
      const [, second = 0, third = 0] = started.map(({ at }, index) => at - (started[index - 1]?.at ?? at));
      expect(second).toBeGreaterThanOrEqual(1_000);
      expect(third).toBeGreaterThanOrEqual(2_000);
    },
  );

  test(
    'one that could not be started at all is tried again',
    { timeout: 30_000 },
    async ({ expect, onTestFinished }) => {
      const said: string[] = [];
      let tries = 0;
      const start = () => {
        tries += 1;
        const program = tries === 1 ? '/nowhere/there-is-no-such-program' : process.execPath;
        return { name: 'The worker', process: spawn(program, ['-e', lives], { stdio: 'ignore' }) };
      };
      const running = keepRunning(start, (line) => said.push(line));
      onTestFinished(() => running.stop());
      await expect.poll(() => tries, { timeout: 10_000 }).toBe(2);
      expect(said).toEqual([expect.stringMatching(/^The worker ended by itself \(spawn .*ENOENT\)/)]);
    },
  );

  test(
    'one whose start throws is tried again, with longer pauses, and the rest runs on',
    { timeout: 30_000 },
    async ({ expect, onTestFinished }) => {
      const said: string[] = [];
      let tries = 0;
      const start = () => {
        tries += 1;
        // What Node throws at once, as it throws where memory is short.
        const program = tries === 2 || tries === 3 ? 'no\0program' : process.execPath;
        const code = tries === 1 ? 'process.exit(3)' : lives;
        return { name: 'The site', process: spawn(program, ['-e', code], { stdio: 'ignore' }) };
      };
      const running = keepRunning(start, (line) => said.push(line));
      onTestFinished(() => running.stop());
      await expect.poll(() => tries, { timeout: 20_000 }).toBe(4);
      expect(said).toEqual([
        'The site ended by itself (exit code 3). It is started again in 1 s; the rest runs on.',
        expect.stringMatching(
          /^The site ended by itself \(.*null bytes.*\)\. It is started again in 2 s; the rest runs on\.$/s,
        ),
        expect.stringMatching(
          /^The site ended by itself \(.*null bytes.*\)\. It is started again in 4 s; the rest runs on\.$/s,
        ),
      ]);
      expect(isAlive(running.app)).toBe(true);
    },
  );

  test(
    'one that is stopped stays stopped, also where it waited for its next start',
    { timeout: 30_000 },
    async ({ expect, onTestFinished }) => {
      const alive = keep(onTestFinished, lives);
      await alive.running.stop();
      const waiting = keep(onTestFinished, 'process.exit(0)');
      await expect.poll(() => waiting.said.length, { timeout: 10_000 }).toBe(1);
      await waiting.running.stop();
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect([alive.started.length, waiting.started.length]).toEqual([1, 1]);
      expect(isAlive(alive.running.app)).toBe(false);
    },
  );
});
