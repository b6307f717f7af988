import type { Misfit } from '@rapporteur/domain/fitting';
import { TRPCError } from '@trpc/server';
import { numberOf, textOf, type Query } from './params';

/** What was read from a place on, or from the beginning where nobody gave out such a place; then that is told. */
interface Read<T> {
  page: T;
  after: string | null;
  misfits: Misfit[];
}

/** Reads a list from the place that an address names. */
export async function readFrom<T>(after: string | null, read: (after: string | null) => Promise<T>): Promise<Read<T>> {
  try {
    return { page: await read(after), after, misfits: [] };
  } catch (error) {
    if (after === null || !(error instanceof TRPCError) || error.code !== 'BAD_REQUEST') throw error;
    return { page: await read(null), after: null, misfits: [{ name: 'after', value: after }] };
  }
}

/** A number of an address, and that it is none where it is none. */
export function numberIn(query: Query, name: string): { number: number | null; misfits: Misfit[] } {
  const [number, value] = [numberOf(query, name), textOf(query, name)];
  return { number, misfits: number === null && value !== null ? [{ name, value }] : [] };
}
