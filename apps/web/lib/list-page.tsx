import { segmentOf, type Kind } from '@rapporteur/domain/kinds';
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
    const after = textOf(await searchParams, 'after');
    const api = await publicApi();
    const [page, cited] = await Promise.all([
      orNotFound(api.record.list({ kind, after, limit: 50 })).then(withNames),
      citedAnswer({ of: 'list', kind }),
    ]);
    const many = kindName(kind, 'many');
    return (
      <Frame
        current={segmentOf(kind)}
        path={`/${segmentOf(kind)}`}
        title={many}
        description={text('lists')('description', { kinds: many })}
        hidden={after !== null}
      >
        <ListView kind={kind} page={page} after={after} />
        <CiteQuestion cited={cited} about={[]} />
      </Frame>
    );
  };

/** A cursor that the record never gave out leads nowhere. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof TRPCError && (error.code === 'BAD_REQUEST' || error.code === 'NOT_FOUND')) notFound();
    throw error;
  }
}
