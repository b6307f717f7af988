import { readFlash, type Flash } from '@rapporteur/api/admin/flash';
import { headers } from 'next/headers';
import { deskOrigin } from '../desk-origin';

export type Query = Promise<Record<string, string | string[] | undefined>>;

/** What the form on this page was refused with a moment ago; null where it was not. */
export async function flashOf(query: Query): Promise<Flash | null> {
  if ((await query)['problem'] === undefined) return null;
  return readFlash(deskOrigin(), new Headers(await headers()));
}

/** A single value of the query, or the empty text. */
export function valueIn(query: Awaited<Query>, name: string): string {
  const value = query[name];
  return typeof value === 'string' ? value : '';
}
