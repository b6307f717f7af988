/** How far something has come. */
interface Progress {
  doing: string;
  done: number;
  of: number;
}

/** What takes no longer than this says nothing of itself, in milliseconds. */
const patience = 2_000;
/** How often it is told, in milliseconds: on a terminal one line that changes, in a log a line each time. */
const [onTerminal, inLog] = [100, 5_000];

/** Tells on a stream, by default standard error, how far something has come, once it takes longer than two seconds. */
export function showProgress(
  name: string,
  out: NodeJS.WritableStream & { isTTY?: boolean } = process.stderr,
  now: () => number = Date.now,
): (progress: Progress) => void {
  const begun = now();
  let told = { doing: '', at: 0 };
  return ({ doing, done, of }) => {
    const every = out.isTTY ? onTerminal : inLog;
    const over = done === of && told.doing === doing;
    const due = doing !== told.doing || over || now() - told.at >= every;
    if (now() - begun < patience || !due) return;
    told = { doing, at: now() };
    const line = `${name}: ${doing}, ${done.toLocaleString('en')} of ${of.toLocaleString('en')}`;
    out.write(out.isTTY ? `\r\u001b[K${line}${over ? '\n' : ''}` : `${line}\n`);
  };
}
