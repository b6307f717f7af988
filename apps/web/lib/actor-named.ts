import { foldName } from '@rapporteur/domain/name-fold';
import { slugSchema } from '@rapporteur/domain/slug';
import type { RecordLink } from '@rapporteur/domain/views';
import type { Unnamed } from '@rapporteur/ui/event/filter-form';
import type { publicApi } from './api';

/** How many names that begin so are looked at. */
const looked = 8;

interface Named {
  actor: RecordLink | null;
  /** Where it is not plain who is meant. */
  unnamed: Unnamed | null;
}

/**
 * The actor that a reader means by the last part of an address or by a name, as forms without scripts have it: by a name where
 * exactly one actor is called so. Nobody is guessed: who else may be meant is told.
 */
export async function actorNamed(api: Awaited<ReturnType<typeof publicApi>>, written: string | null): Promise<Named> {
  if (written === null) return { actor: null, unnamed: null };
  const slug = slugSchema.safeParse(written);
  const link = slug.success ? await api.record.link({ kind: 'actor', slug: slug.data }) : null;
  if (link !== null && link.state !== 'withdrawn') return { actor: link, unnamed: null };
  const suggested = await api.search.suggest({ typed: written, limit: looked });
  const actors = suggested.filter(({ record }) => record.kind === 'actor');
  const called = actors.filter(({ name }) => foldName(name) === foldName(written));
  const [only, ...others] = [...new Map(called.map(({ record }) => [record.id, record])).values()];
  if (only !== undefined && others.length === 0) return { actor: only, unnamed: null };
  const near = [...new Map(actors.map(({ record }) => [record.id, record])).values()];
  return { actor: null, unnamed: { written, near } };
}
