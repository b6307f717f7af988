import type { SyntheticEvent } from 'react';

/** Keeps a form from being sent once more, by a second press, while what it sent before is under way. */
export const unless = (pending: boolean) => (event: SyntheticEvent) => {
  if (pending) event.preventDefault();
};
