import { cache } from 'react';
import { desk, meOf } from '../../session';
import type { OpenRelease } from './put';

/** The releases that records can be put into, for whoever may do so. */
export const openReleases = cache(async (): Promise<OpenRelease[]> => {
  if (!(await meOf()).may.includes('release.manage')) return [];
  const { items } = await (await desk()).call.release.list({ state: 'open', named: true, limit: 100 });
  return items.map(({ id, name }) => ({ id, name: name ?? '' }));
});
