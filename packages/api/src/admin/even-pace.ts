import { setTimeout as sleep } from 'node:timers/promises';

/** How far apart the moments are at which refusals leave, in milliseconds: well above what the lookups behind them differ by. */
const step = 100;

/** How long what has taken `elapsed` milliseconds still has to wait, so that it ends on a full step. */
export const waitAfter = (elapsed: number): number => Math.ceil(elapsed / step) * step - elapsed;

/**
 * Lets a refusal leave at a full step of time since it was asked for. A known address costs a few milliseconds more inside
 * (its accounts are read), which would otherwise tell, over many tries, that it is known.
 */
export async function evenPace(began: number): Promise<void> {
  await sleep(waitAfter(performance.now() - began));
}
