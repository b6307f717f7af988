import { everySource, sourcesAddress, sourcesWanted, type SourceFilter } from '@rapporteur/domain/source-list';
import { everyActor } from '@rapporteur/domain/region/actor-filter';
import { SourcesView } from '@rapporteur/ui/sources-view';
import { text } from '@rapporteur/ui/text';
import { kindName } from '@rapporteur/ui/words';
import { notFound } from 'next/navigation';
import { publicApi } from './api';
import { citedAnswer, CiteQuestion } from './cite-question';
import { Frame } from './frame';
import { orNotFound, type ListParams } from './list-page';
import { withNames } from './names';
import { textOf } from './params';

/** The list of sources, perhaps narrowed, or of the parts of a work. */
export async function sourcesPage({ searchParams }: ListParams) {
  const query = await searchParams;
  const after = textOf(query, 'after');
  const filter = filterOf(query);
  const narrowed = Object.values(filter).some((value) => value !== null);
  const api = await publicApi();
  const [page, cited] = await Promise.all([
    orNotFound(api.record.sources({ ...filter, after, limit: 50 })).then(withNames),
    narrowed ? null : citedAnswer({ of: 'list', kind: 'source', ...everyActor }),
  ]);
  if (filter.of !== null && page.total === 0) notFound();
  const many = kindName('source', 'many');
  return (
    <Frame
      current="sources"
      path={sourcesAddress(filter)}
      title={page.title ?? many}
      description={text('lists')('description', { kinds: page.title ?? many })}
      hidden={after !== null || (narrowed && filter.of === null)}
    >
      <SourcesView filter={filter} page={page} after={after} />
      {cited === null ? null : <CiteQuestion cited={cited} about={[]} />}
    </Frame>
  );
}

/** What the address asks for. What cannot be asked leads nowhere. */
function filterOf(query: Awaited<ListParams['searchParams']>): SourceFilter {
  const asked = Object.fromEntries(Object.keys(everySource).map((name) => [name, textOf(query, name)]));
  const filter = sourcesWanted.safeParse(asked);
  return filter.success ? filter.data : notFound();
}
