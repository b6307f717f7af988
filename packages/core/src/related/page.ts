import type { Published } from '@rapporteur/db/clients';
import type { Kind } from '@rapporteur/domain/kinds';
import type { RecordLink } from '@rapporteur/domain/views';
import { readKeys, type Keys } from '../record/key-cursor';
import { linkColumns, toLink } from '../record/links';
import { longestPage } from '../record/page-size';

/** A page of what belongs to a record. */
export interface RelatedQuery {
  kind: Kind;
  slug: string;
  /** The `next` of the page before. */
  after?: string | null | undefined;
  limit: number;
}

/** The record of a query, where it is public. */
export async function liveRecord(published: Published, { kind, slug }: RelatedQuery): Promise<RecordLink | null> {
  const entry = await published.entry.findUnique({ where: { kind_slug: { kind, slug } }, select: linkColumns });
  return entry?.state === 'live' ? toLink(entry) : null;
}

/** The bounds of a page; throws `invalid_input` for what is no cursor. */
export function pageOf(list: string, { after, limit }: RelatedQuery): { after: Keys<2> | null; limit: number } {
  return { after: after ? readKeys(list, after, 2) : null, limit: boundedLimit(limit) };
}

export const boundedLimit = (limit: number): number => Math.min(Math.max(1, limit), longestPage);
