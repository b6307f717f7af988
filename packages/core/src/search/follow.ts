import type { Published } from '@rapporteur/db/clients';
import type { SearchFilter } from '@rapporteur/domain/search/views';
import { linksTo } from '../record/links';

/** What each of some records is called by at the moment of `published`: one that was merged is the one that it became. */
export async function mergedInto(published: Published, ids: readonly string[]): Promise<(id: string) => string> {
  if (ids.length === 0) return (id) => id;
  const links = await linksTo(published, ids);
  return (id) => links.get(id)?.id ?? id;
}

/**
 * A search as it is asked of the record at the moment of `published`: its address outlives the records that it is narrowed
 * to, so those that were merged are followed.
 */
export async function followFilter(published: Published, filter: SearchFilter): Promise<SearchFilter> {
  const { actor, issue, programme } = filter;
  const into = await mergedInto(
    published,
    [actor, issue, programme].filter((id) => id !== null),
  );
  const followed = (id: string | null) => (id === null ? null : into(id));
  return { ...filter, actor: followed(actor), issue: followed(issue), programme: followed(programme) };
}
