import { stopApp, type App } from './apps';

/** How long a program that has ended waits before it is started again, in milliseconds: doubled each time, up to the longest. */
const firstPause = 1_000;
const longestPause = 30_000;
/** A program that has run this long was sound: the next pause is a short one again. */
const soundAfter = 60_000;

export interface KeptApp {
  /** The program as it runs now; after an end, the one that ended until the next is started. */
  readonly app: App;
  /** Ends it for good: it is not started again. */
  stop: () => Promise<void>;
}

/**
 * Runs a program and starts it again whenever it ends by itself, so that one that is killed takes none of the others with
 * it: readers read on while the desk is away. `say` is told of each end, and when the program is started again.
 */
export function keepRunning(start: () => App, say: (line: string) => void): KeptApp {
  let app = start();
  let began = Date.now();
  let pause = firstPause;
  let again: NodeJS.Timeout | undefined;
  let stopped = false;
  const ended = (how: string) => {
    if (stopped || again !== undefined) return;
    if (Date.now() - began > soundAfter) pause = firstPause;
    say(`${app.name} ended by itself (${how}). It is started again in ${pause / 1000} s; the rest runs on.`);
    again = setTimeout(startAgain, pause);
    pause = Math.min(pause * 2, longestPause);
  };
  const watch = ({ process: child }: App) => {
    child.once('exit', (code, signal) => ended(signal ?? `exit code ${code}`));
    // A program that could not be started at all has no exit.
    child.once('error', ({ message }) => ended(message));
  };
  const startAgain = () => {
    again = undefined;
    began = Date.now();
    try {
      app = start();
    } catch (error) {
      // Some failures, as where memory is short, are thrown at once. Nothing may leave this timer: it would end all programs.
      return ended(error instanceof Error ? error.message : String(error));
    }
    watch(app);
  };
  watch(app);
  return {
    get app() {
      return app;
    },
    stop: async () => {
      stopped = true;
      clearTimeout(again);
      await stopApp(app);
    },
  };
}
