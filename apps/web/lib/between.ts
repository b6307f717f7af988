import { createPublicContext } from '@rapporteur/api/public/context';
import { publicCaller } from '@rapporteur/api/public/router';
import type { PublicationView } from '@rapporteur/domain/views';

/** The most changes that are told of the time between two moments. */
const told = 100;

/** What changed in the whole record after one instant and up to another, newest first; `more` where there is more than is told. */
export async function changesBetween(from: Date, to: Date): Promise<{ items: PublicationView[]; more: boolean }> {
  const then = publicCaller(createPublicContext({ asOf: to.toISOString(), version: null }));
  const { items, next } = await then.publication.list({ before: null, limit: told });
  const between = items.filter(({ recordedAt }) => new Date(recordedAt) > from);
  return { items: between, more: next !== null && between.length === items.length };
}
