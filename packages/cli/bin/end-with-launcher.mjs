// Imported before anything else by `npm start` and by every program it starts: a program whose launcher is gone, however
// it went, stops as if it had been asked to. A launcher that is killed with -9 can tell nobody, so each looks for itself.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** How long an orphan may take to stop, in milliseconds: its ports are wanted for the next start. */
const patience = 5_000;
/** How often the launcher is looked for where no channel tells, in milliseconds. */
const interval = 500;

function stop() {
  setTimeout(() => process.exit(1), patience).unref();
  process.kill(process.pid, 'SIGTERM');
}

// Started by the program itself, with a channel: it closes when the other end dies.
process.once('disconnect', stop);
process.channel?.unref();
if (process.connected === false) stop();

// Started by npm or pnpm, often with a shell between, which waits for us and so outlives them.
if (isMainThread && process.env.npm_lifecycle_event && process.connected === undefined) {
  const parent = look(process.ppid);
  const watched = [parent, parent && /^(ba|da|z|k)?sh$/.test(parent.name) ? look(parent.parent) : null];
  const launchers = watched.filter((launcher) => launcher !== null);
  const gone = ({ pid, begun }) => look(pid)?.begun !== begun;
  setInterval(() => {
    if (launchers.some(gone)) stop();
  }, interval).unref();
}

/** A process with its name, its parent and its beginning, which together with its number names it for ever; null where it is gone. */
function look(pid) {
  try {
    if (process.platform !== 'linux') {
      const [parent, ...rest] = spawnSync('ps', ['-o', 'ppid=,lstart=,comm=', '-p', String(pid)], { encoding: 'utf8' })
        .stdout.trim()
        .split(/\s+/);
      const name = rest.at(-1)?.split('/').at(-1)?.replace(/^-/, '');
      return parent ? { pid, name, parent: Number(parent), begun: rest.slice(0, 5).join(' ') } : null;
    }
    // The name stands in brackets and may hold anything; behind it the state, the parent, and as the 20th field the beginning.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    return state === 'Z' ? null : { pid, name, parent: Number(parent), begun: rest[17] };
  } catch {
    return null;
  }
}
