import type { Asked } from '@rapporteur/domain/search/address';
import { searchFilter } from '@rapporteur/domain/search/views';
import type { RecordLink } from '@rapporteur/domain/views';
import { publicApi } from './api';
import { withNames } from './names';

/** The records that a search is narrowed to, for its title: two searches that differ in nothing else have two titles. */
export async function narrowedTo({ filter: { actor, issue, programme } }: Asked): Promise<RecordLink[]> {
  if (actor === null && issue === null && programme === null) return [];
  // Its other parts change nothing of what these records are called.
  const filter = searchFilter.parse({ actor, issue, programme });
  const found = (await publicApi()).search.find({ question: '', filter, sort: 'date', after: null, limit: 1 });
  return withNames((await found).narrowedTo);
}
