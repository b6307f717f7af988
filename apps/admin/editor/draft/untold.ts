import type { Draft } from './draft';

/**
 * What readers of a public record have still to be told of a change before it can be handed in: what kind of change it is,
 * or, of a correction, what was wrong. Null where nothing is lacking, and for what was never public.
 */
export function untold({ change, note }: Draft, published: boolean): 'change' | 'note' | null {
  if (!published) return null;
  if (change === null || change === 'publish') return 'change';
  return change === 'correct' && (note ?? '').trim() === '' ? 'note' : null;
}
