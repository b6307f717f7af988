import { fitting } from '@rapporteur/domain/fitting';
import { segmentOf, type Kind } from '@rapporteur/domain/kinds';
import { actorsWanted, everyActor } from '@rapporteur/domain/region/actor-filter';
import { listAddress } from '@rapporteur/ui/list-address';
import { ListView } from '@rapporteur/ui/list-view';
import { TRPCError } from '@trpc/server';
import { notFound } from 'next/navigation';
import { publicApi } from './api';
import { citedAnswer, CiteQuestion } from './cite-question';
import { Frame } from './frame';
import { readFrom } from './misfits';
import { textOf } from './params';
import { text } from '@rapporteur/ui/text';
import { kindName } from '@rapporteur/ui/words';
import { withNames } from './names';

export interface ListParams {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The list of every record of one kind. */
export const listPage = (kind: Kind) =>
  async function Page({ searchParams }: ListParams) {
    const query = await searchParams;
    const { asked: filter, misfits } = kind === 'actor' ? actorsBy(query) : { asked: everyActor, misfits: [] };
    const narrowed = filter.type !== null || filter.region !== null;
    const api = await publicApi();
    const [list, cited] = await Promise.all([
      readFrom(textOf(query, 'after'), (after) => api.record.list({ kind, ...filter, after, limit: 50 })),
      citedAnswer({ of: 'list', kind, ...filter }),
    ]);
    const { after } = list;
    const page = await withNames(list.page);
    const many = kindName(kind, 'many');
    return (
      <Frame
        current={segmentOf(kind)}
        path={listAddress(kind, filter)}
        title={many}
        description={text('lists')('description', { kinds: many })}
        hidden={after !== null || narrowed}
        misfits={[...misfits, ...list.misfits]}
      >
        <ListView kind={kind} filter={filter} page={page} after={after} />
        <CiteQuestion cited={cited} about={[]} />
      </Frame>
    );
  };

/** What the address asks of the list of actors. */
const actorsBy = (query: Record<string, string | string[] | undefined>) =>
  fitting(actorsWanted, { type: textOf(query, 'type'), region: textOf(query, 'region') }, everyActor);

/** A cursor that the record never gave out leads nowhere. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof TRPCError && (error.code === 'BAD_REQUEST' || error.code === 'NOT_FOUND')) notFound();
    throw error;
  }
}
