import { boardChoice, plainChoice, whoseWanted } from '@rapporteur/domain/board/choice';
import type { BoardKind } from '@rapporteur/domain/board/views';
import { fitting, type Misfit } from '@rapporteur/domain/fitting';
import { segmentOf } from '@rapporteur/domain/kinds';
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
import { numberIn } from './misfits';
import { slugOf, textOf } from './params';
import type { RecordParams } from './record-page';
import { wholeBoard } from './whole-board';

type Query = Awaited<ListParams['searchParams']>;

/** What the address asks of a board, without what cannot be asked, which is told. */
function askedBy(query: Query): { asked: AskedBoard; misfits: Misfit[] } {
  const { asked: choice, misfits } = fitting(
    boardChoice,
    {
      on: textOf(query, 'on'),
      ...inOrder({ from: textOf(query, 'from'), to: textOf(query, 'to') }),
      stances: (textOf(query, 'stance') ?? '').split(',').filter((stance) => stance !== ''),
      sort: textOf(query, 'sort') ?? 'latest',
      rows: textOf(query, 'rows'),
    },
    plainChoice,
  );
  const whose = { member: textOf(query, 'member'), region: textOf(query, 'region') };
  const of = fitting(whoseWanted, whose, { member: null, region: null });
  const show = textOf(query, 'show') === 'table' ? 'table' : 'board';
  // The years of a board and the days of other lists have the same names.
  const named = misfits.map(({ name, value }) => ({ name: boardNames[name] ?? name, value }));
  return { asked: { ...of.asked, choice, show }, misfits: [...named, ...of.misfits] };
}
const boardNames: Record<string, string> = { from: 'years', to: 'years', stances: 'stance' };

/** The positions on an issue, or of an actor, over the time of the world. */
export const boardPage = (kind: BoardKind) =>
  async function Page({ params, searchParams }: RecordParams & ListParams) {
    const slug = slugOf((await params).slug);
    const query = await searchParams;
    const { asked, misfits } = askedBy(query);
    const { number: page, misfits: noPage } = numberIn(query, 'page');
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
        misfits={[...misfits, ...noPage]}
        hasCard
      >
        <BoardPage board={board} asked={asked} page={page ?? 1} />
        <CiteQuestion cited={cited} about={member === null ? [record] : [record, member]} />
      </Frame>
    );
  };
