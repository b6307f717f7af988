import { boardChoice } from '@rapporteur/domain/board/choice';
import type { BoardKind } from '@rapporteur/domain/board/views';
import { segmentOf } from '@rapporteur/domain/kinds';
import { regionSchema } from '@rapporteur/domain/region/m49';
import { slugSchema } from '@rapporteur/domain/slug';
import { inOrder } from '@rapporteur/domain/span';
import { boardAddress, type AskedBoard } from '@rapporteur/ui/board/address';
import { BoardPage } from '@rapporteur/ui/board/board-view';
import { titleOf } from '@rapporteur/ui/record-link';
import { text } from '@rapporteur/ui/text';
import { notFound, permanentRedirect } from 'next/navigation';
import { publicApi } from './api';
import { citedAnswer, CiteQuestion } from './cite-question';
import { Frame } from './frame';
import { orNotFound, type ListParams } from './list-page';
import { withNames } from './names';
import { numberOf, slugOf, textOf } from './params';
import type { RecordParams } from './record-page';
import { wholeBoard } from './whole-board';

type Query = Awaited<ListParams['searchParams']>;

/** What the address asks of a board. What cannot be asked leads nowhere. */
function askedBy(query: Query): AskedBoard {
  const choice = boardChoice.safeParse({
    on: textOf(query, 'on'),
    ...inOrder({ from: textOf(query, 'from'), to: textOf(query, 'to') }),
    stances: (textOf(query, 'stance') ?? '').split(',').filter((stance) => stance !== ''),
    sort: textOf(query, 'sort') ?? 'latest',
    rows: textOf(query, 'rows'),
  });
  const member = slugSchema.nullable().safeParse(textOf(query, 'member'));
  const region = regionSchema.nullable().safeParse(textOf(query, 'region'));
  if (!choice.success || !member.success || !region.success) notFound();
  const show = textOf(query, 'show') === 'table' ? 'table' : 'board';
  return { member: member.data, region: region.data, choice: choice.data, show };
}

/** The positions on an issue, or of an actor, over the time of the world. */
export const boardPage = (kind: BoardKind) =>
  async function Page({ params, searchParams }: RecordParams & ListParams) {
    const slug = slugOf((await params).slug);
    const query = await searchParams;
    const asked = askedBy(query);
    const page = numberOf(query, 'page') ?? 1;
    const api = await publicApi();
    const board = await orNotFound(wholeBoard(api, { kind, slug, member: asked.member, region: asked.region })).then(
      withNames,
    );
    if (board === null) {
      if (asked.member !== null) notFound();
      // The page of the record says what became of one that is not public.
      return permanentRedirect(`/${segmentOf(kind)}/${slug}`);
    }
    const { record, member, region } = board;
    const { choice, show } = asked;
    const cited = await citedAnswer({ of: 'board', id: record.id, member: member?.id ?? null, region, choice, show });
    const title = titleOf(board.record);
    const t = text('board');
    const plain = Object.keys(query).length === 0;
    return (
      <Frame
        current={segmentOf(kind)}
        path={boardAddress(board.record, asked)}
        title={t('title', { title })}
        description={t('description', { title })}
        hidden={!plain}
        hasCard
      >
        <BoardPage board={board} asked={asked} page={page} />
        <CiteQuestion cited={cited} about={member === null ? [record] : [record, member]} />
      </Frame>
    );
  };
