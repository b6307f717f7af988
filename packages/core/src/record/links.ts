import type { Published } from '@rapporteur/db/clients';
import type { Kind } from '@rapporteur/domain/kinds';
import type { RecordLink } from '@rapporteur/domain/views';

/** What the record names another record by. */
export const linkColumns = { id: true, kind: true, slug: true, title: true, state: true } as const;

export interface EntryRow {
  id: string;
  kind: string;
  slug: string;
  title: string | null;
  state: string;
}

// The database checks kind and state of an entry, so these are the unions the view declares.
export const toLink = (entry: EntryRow): RecordLink => ({
  id: entry.id,
  kind: entry.kind as Kind,
  slug: entry.slug,
  title: entry.title,
  state: entry.state as RecordLink['state'],
});

/** Links to records by id. A merged record appears as the one it was merged into, under the id that was asked for. */
export async function linksTo(published: Published, ids: readonly string[]): Promise<Map<string, RecordLink>> {
  const entries = await published.entry.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { ...linkColumns, mergedIntoId: true },
  });
  const into = entries.flatMap(({ mergedIntoId }) => (mergedIntoId === null ? [] : [mergedIntoId]));
  const targets =
    into.length === 0 ? [] : await published.entry.findMany({ where: { id: { in: into } }, select: linkColumns });
  const byId = new Map(targets.map((entry) => [entry.id, toLink(entry)]));
  return new Map(entries.map((entry) => [entry.id, byId.get(entry.mergedIntoId ?? '') ?? toLink(entry)]));
}

/** A link that must be there because the database keeps every reference. */
export function requireLink(links: ReadonlyMap<string, RecordLink>, id: string): RecordLink {
  const link = links.get(id);
  if (!link) throw new Error(`The record names ${id}, which has no entry.`);
  return link;
}
