import { everySource, sourcesAddress, sourcesWanted } from '@rapporteur/domain/source-list';
import { fitting } from '@rapporteur/domain/fitting';
import { everyActor } from '@rapporteur/domain/region/actor-filter';
import { SourcesView } from '@rapporteur/ui/sources-view';
import { text } from '@rapporteur/ui/text';
import { kindName } from '@rapporteur/ui/words';
import { notFound } from 'next/navigation';
import { publicApi } from './api';
import { citedAnswer, CiteQuestion } from './cite-question';
import { Frame } from './frame';
import type { ListParams } from './list-page';
import { readFrom } from './misfits';
import { withNames } from './names';
import { textOf } from './params';

/** The list of sources, perhaps narrowed, or of the parts of a work. */
export async function sourcesPage({ searchParams }: ListParams) {
  const query = await searchParams;
  const { asked: filter, misfits } = filterOf(query);
  const narrowed = Object.values(filter).some((value) => value !== null);
  const api = await publicApi();
  const [list, cited] = await Promise.all([
    readFrom(textOf(query, 'after'), (after) => api.record.sources({ ...filter, after, limit: 50 })),
    narrowed ? null : citedAnswer({ of: 'list', kind: 'source', ...everyActor }),
  ]);
  const { after } = list;
  const page = await withNames(list.page);
  if (filter.of !== null && page.total === 0) notFound();
  const many = kindName('source', 'many');
  return (
    <Frame
      current="sources"
      path={sourcesAddress(filter)}
      title={page.title ?? many}
      description={text('lists')('description', { kinds: page.title ?? many })}
      hidden={after !== null || (narrowed && filter.of === null)}
      misfits={[...misfits, ...list.misfits]}
    >
      <SourcesView filter={filter} page={page} after={after} />
      {cited === null ? null : <CiteQuestion cited={cited} about={[]} />}
    </Frame>
  );
}

/** What the address asks for. */
function filterOf(query: Awaited<ListParams['searchParams']>) {
  const asked = Object.fromEntries(Object.keys(everySource).map((name) => [name, textOf(query, name)]));
  return fitting(sourcesWanted, asked, everySource);
}
