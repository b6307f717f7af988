import { original } from '@rapporteur/domain/translation/languages';
import { recordLink, type RecordLink } from '@rapporteur/domain/views';
import { pageLanguage, publicApi } from './api';

/** How many names are asked for at once. */
const most = 500;

/** An answer of the record in which other records have the names that the readers of this page know them by. */
export async function withNames<T>(answer: T): Promise<T> {
  const language = await pageLanguage();
  if (language === original) return answer;
  const ids = new Set<string>();
  walk(answer, (link) => {
    if (link.title !== null && link.language === undefined) ids.add(link.id);
    return link;
  });
  if (ids.size === 0) return answer;
  const api = await publicApi();
  const all = [...ids];
  const parts = Array.from({ length: Math.ceil(all.length / most) }, (_, part) =>
    api.translation.names({ language, ids: all.slice(part * most, (part + 1) * most) }),
  );
  const names: Record<string, string> = Object.assign({}, ...(await Promise.all(parts)));
  // What is walked keeps its shape: only the names of records are exchanged.
  return walk(answer, (link) => {
    const title = names[link.id];
    return title === undefined ? link : { ...link, title, language };
  }) as T;
}

const isLink = (value: object): value is RecordLink =>
  'id' in value && 'slug' in value && recordLink.safeParse(value).success;

/** A copy of an answer with every record that it names exchanged. */
function walk(value: unknown, exchange: (link: RecordLink) => RecordLink): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map((item) => walk(item, exchange));
  const shown = isLink(value) ? exchange(value) : value;
  return Object.fromEntries(Object.entries(shown).map(([name, item]) => [name, walk(item, exchange)]));
}
