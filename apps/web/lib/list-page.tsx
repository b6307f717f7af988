import { segmentOf, type Kind } from '@rapporteur/domain/kinds';
import { actorsWanted, everyActor, type ActorFilter } from '@rapporteur/domain/region/actor-filter';
import { listAddress } from '@rapporteur/ui/list-address';
import { ListView } from '@rapporteur/ui/list-view';
import { TRPCError } from '@trpc/server';
import { notFound } from 'next/navigation';
import { publicApi } from './api';
import { citedAnswer, CiteQuestion } from './cite-question';
import { Frame } from './frame';
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
    const after = textOf(query, 'after');
    const filter = kind === 'actor' ? actorsBy(query) : everyActor;
    const narrowed = filter.type !== null || filter.region !== null;
    const api = await publicApi();
    const [page, cited] = await Promise.all([
      orNotFound(api.record.list({ kind, ...filter, after, limit: 50 })).then(withNames),
      citedAnswer({ of: 'list', kind, ...filter }),
    ]);
    const many = kindName(kind, 'many');
    return (
      <Frame
        current={segmentOf(kind)}
        path={listAddress(kind, filter)}
        title={many}
        description={text('lists')('description', { kinds: many })}
        hidden={after !== null || narrowed}
      >
        <ListView kind={kind} filter={filter} page={page} after={after} />
        <CiteQuestion cited={cited} about={[]} />
      </Frame>
    );
  };

/** What the address asks of the list of actors. What cannot be asked leads nowhere. */
function actorsBy(query: Record<string, string | string[] | undefined>): ActorFilter {
  const asked = actorsWanted.safeParse({ type: textOf(query, 'type'), region: textOf(query, 'region') });
  return asked.success ? asked.data : notFound();
}

/** A cursor that the record never gave out leads nowhere. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof TRPCError && (error.code === 'BAD_REQUEST' || error.code === 'NOT_FOUND')) notFound();
    throw error;
  }
}
