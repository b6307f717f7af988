import { RapporteurError } from '@rapporteur/domain/errors';
import { parsePermalink, type Permalink } from '@rapporteur/domain/permalink';
import { slugSchema } from '@rapporteur/domain/slug';
import { notFound } from 'next/navigation';

/** The query of an address, as Next.js hands it on. */
export type Query = Record<string, string | string[] | undefined>;

/** The part of an address that names a record. Anything that cannot be one names nothing. */
export function slugOf(raw: string): string {
  const slug = slugSchema.safeParse(decoded(raw));
  return slug.success ? slug.data : notFound();
}

/** Next.js hands on parts of an address percent-encoded. */
export function decoded(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch (error) {
    if (error instanceof URIError) return notFound();
    throw error;
  }
}

export function textOf(query: Query, name: string): string | null {
  const value = query[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A whole number of the query from 1 to PostgreSQL's largest integer, or null. */
export function numberOf(query: Query, name: string): number | null {
  const value = textOf(query, name);
  if (value === null || !/^[1-9]\d{0,9}$/.test(value)) return null;
  return Number(value) <= 2_147_483_647 ? Number(value) : null;
}

/** The revision that a part of an address names, as it came or percent-encoded; null for anything else. */
export function readPermalink(raw: string): Permalink | null {
  try {
    return parsePermalink(decodeURIComponent(raw));
  } catch (error) {
    if (error instanceof RapporteurError || error instanceof URIError) return null;
    throw error;
  }
}
