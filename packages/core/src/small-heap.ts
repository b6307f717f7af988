import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Lets the heap of this program grow by two fifths of what lives on it, and no more, before garbage is collected. Left alone,
 * V8 waits until three times as much lies there as is used: the texts of batches that are written long since. For programs
 * whose work is an import or an export; a collection costs a third of a second, and comes every ten.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=40');
  // What a heap may grow to is told when garbage is collected, and what was told before does not know of this.
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}
