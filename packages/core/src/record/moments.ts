import type { Published } from '@rapporteur/db/clients';
import type { Kind } from '@rapporteur/domain/kinds';
import type { Language } from '@rapporteur/domain/translation/languages';
import { longestPage } from './page-size';

/** A record, perhaps in another language. */
export interface Timed {
  kind: Kind;
  slug: string;
  language: Language | null;
}

/** When something changed, newest first. `first` and `last` are those of all its changes. */
export interface Moments {
  first: string;
  last: string;
  items: { sequence: number; at: string }[];
  next: number | null;
}

/**
 * The instants at which a record changed, or without one the whole record; `before` is the sequence number to go on from.
 * Null where nothing ever stood. A translation has states from its first publication on.
 */
export async function listMoments(
  published: Published,
  { of, before, limit }: { of: Timed | null; before?: number | null | undefined; limit: number },
): Promise<Moments | null> {
  const scope = of === null ? {} : await scopeOf(published, of);
  if (scope === null) return null;
  const take = Math.min(Math.max(1, limit), longestPage);
  const at = { select: { sequence: true, recordedAt: true } } as const;
  const [first, last, rows] = await Promise.all([
    published.publication.findFirst({ where: scope, orderBy: { recordedAt: 'asc' }, ...at }),
    published.publication.findFirst({ where: scope, orderBy: { recordedAt: 'desc' }, ...at }),
    published.publication.findMany({
      where: { AND: [scope, before ? { sequence: { lt: before } } : {}] },
      // Many are of one instant: what a page ends with is what the next goes on from.
      orderBy: [{ recordedAt: 'desc' }, { sequence: 'desc' }],
      take: take + 1,
      ...at,
    }),
  ]);
  if (!first || !last) return null;
  const page = rows.slice(0, take);
  const end = page.at(-1);
  return {
    first: first.recordedAt.toISOString(),
    last: last.recordedAt.toISOString(),
    items: page.map((row) => ({ sequence: Number(row.sequence), at: row.recordedAt.toISOString() })),
    next: rows.length > take && end ? Number(end.sequence) : null,
  };
}

async function scopeOf(published: Published, { kind, slug, language }: Timed) {
  const entry = await published.entry.findUnique({ where: { kind_slug: { kind, slug } }, select: { id: true } });
  if (!entry) return null;
  if (language === null) return { recordId: entry.id };
  const translated = await published.publication.findFirst({
    where: { recordId: entry.id, language, action: 'translate' },
    orderBy: { sequence: 'asc' },
    select: { sequence: true },
  });
  return translated && { recordId: entry.id, sequence: { gte: translated.sequence } };
}
