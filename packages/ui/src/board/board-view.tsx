import { boardStances, plainChoice } from '@rapporteur/domain/board/choice';
import { dayOfNumber } from '@rapporteur/domain/board/days';
import { drawBoard, type DrawnBoard, type HeldOnDay } from '@rapporteur/domain/board/draw';
import type { BoardView } from '@rapporteur/domain/board/views';
import type { ReactNode } from 'react';
import { dateInWords } from '../dates-in-words';
import { Pager } from '../list-view';
import { hrefOf, titleOf } from '../record-link';
import { regionName } from '../region-name';
import { Crumbs, RecordHead } from '../record-head';
import { shapeOf, StanceTag } from '../terms';
import { spokenLocale } from '../speech';
import { text } from '../text';
import { Units } from '../units';
import { figure } from '../words';
import { boardAddress, boardPath, type AskedBoard } from './address';
import { BoardForm } from './board-form';
import { BoardKey } from './board-key';
import { drawnOn, pagesOf } from './board-pages';
import { BoardRows, BoardTable, sizeOf } from './board-rows';
import { BoardPatterns } from './strip';

const kindOf = (board: BoardView): 'issue' | 'actor' => (board.record.kind === 'actor' ? 'actor' : 'issue');

/** One page of a board, counted from 1, or its last: what it is narrowed to, its order and its counts are of the whole. */
export function BoardPage({ board, asked, page: wanted }: { board: BoardView; asked: AskedBoard; page: number }) {
  const drawn = drawBoard(board, asked.choice, spokenLocale());
  const page = Math.min(wanted, pagesOf(drawn));
  const kind = kindOf(board);
  const t = text('board');
  const title = titleOf(board.record);
  const shared = { drawn: drawnOn(drawn, page), caption: t(`caption.${kind}`), rowName: t(`rowName.${kind}`) };
  return (
    <>
      <Crumbs kind={kind} parent={board.record} here={t('crumb')} />
      <RecordHead kind={kind} title={t('title', { title })}>
        <p className="standfirst">{t('standfirst')}</p>
      </RecordHead>
      <BoardForm board={board} asked={asked} drawn={drawn} />
      <Clocks board={board} drawn={drawn} />
      <section aria-labelledby="board">
        <h2 className="vh" id="board">
          {t('heading')}
        </h2>
        <NotAll board={board} />
        <Tally board={board} drawn={drawn} />
        {drawn.count + drawn.silent.length === 0 ? (
          <Nothing board={board} asked={asked} />
        ) : (
          <>
            <Switch board={board} asked={asked} />
            {asked.show === 'table' ? (
              <BoardTable {...shared} />
            ) : (
              <>
                <BoardKey member={board.member === null ? null : titleOf(board.member)} />
                <BoardPatterns size={sizeOf(drawn)} />
                <BoardRows {...shared} />
              </>
            )}
          </>
        )}
        <Pager
          first={page === 1 ? null : boardAddress(board.record, asked)}
          next={page < pagesOf(drawn) ? boardAddress(board.record, asked, page + 1) : null}
        />
        {board.region === null ? null : <RegionTold board={board} />}
        {board.moreSilent ? <p className="hint">{t('moreSilent', { count: board.silent.length })}</p> : null}
      </section>
      {asked.show === 'table' || drawn.count === 0 || sizeOf(drawn) === 'low' ? null : (
        <section className="section" aria-labelledby="in-words">
          <div className="section-head">
            <h2 id="in-words">{t('words')}</h2>
          </div>
          <BoardTable {...shared} />
        </section>
      )}
    </>
  );
}

function Switch({ board, asked }: { board: BoardView; asked: AskedBoard }) {
  const t = text('board');
  return (
    <nav className="switch board-switch" aria-label={t('showAs.label')}>
      {(['board', 'table'] as const).map((show) => (
        <a
          key={show}
          href={boardAddress(board.record, { ...asked, show })}
          {...(asked.show === show ? { 'aria-current': 'true' as const } : {})}
        >
          {t(`showAs.${show}`)}
        </a>
      ))}
    </nav>
  );
}

/** The strips alone, on the page of the record itself, with the way to the whole board. */
export function BoardExcerpt({ board }: { board: BoardView }) {
  const drawn = drawBoard(board, { ...plainChoice, rows: 'each' }, spokenLocale());
  if (drawn.count === 0) return null;
  const t = text('board');
  const kind = kindOf(board);
  return (
    <>
      <BoardPatterns size={sizeOf(drawn)} />
      <BoardRows drawn={drawn} caption={t(`caption.${kind}`)} rowName={t(`rowName.${kind}`)} />
      <Newest board={board} />
      <p className="hint board-more">
        {t.rich('open', { board: (words) => <a href={boardPath(board.record)}>{words}</a> })}
      </p>
    </>
  );
}

/** Two clocks, never mixed: the day in the world, and the record that says what was held on it. */
function Clocks({ board, drawn }: { board: BoardView; drawn: DrawnBoard }) {
  const day = dateInWords(dayOfNumber(drawn.on.day), 'long');
  const until = dateInWords(board.until, 'long');
  return <p className="board-clocks">{text('board')(drawn.on.chosen ? 'clocks.on' : 'clocks.upTo', { day, until })}</p>;
}

/** Where a board has more positions than one page of answers can be made of, what that means for what it says. */
function NotAll({ board: { record, rows, total, next } }: { board: BoardView }) {
  if (next === null) return null;
  const all = (words: ReactNode) => <a href={`${hrefOf(record)}/positions`}>{words}</a>;
  return (
    <p className="board-clocks">{text('board').rich('notAll', { shown: rows.length, total: total.count, all })}</p>
  );
}

/** That there are more positions than are drawn. Nothing where all are. */
export function Newest({ board: { rows, total, next } }: { board: BoardView }) {
  if (next === null) return null;
  return <p className="hint">{text('board')('newest', { shown: rows.length, total: total.count })}</p>;
}

/** One shape for each, never a bar, so that a small group is not swallowed. */
function Tally({ board, drawn }: { board: BoardView; drawn: DrawnBoard }) {
  const all = [...drawn.groups.flat(), ...drawn.silent.flat()]
    .map(({ onDay }) => onDay)
    .filter(({ held }) => held.length > 0);
  if (all.length === 0) return null;
  const t = text('board');
  const day = dateInWords(dayOfNumber(drawn.on.day), 'short');
  const open = all.filter(({ held }) => held.length > 1).length;
  const counts = boardStances.map((stance) => ({
    stance,
    count: all.filter((onDay) => only(onDay) === stance).length,
  }));
  const present = counts.filter(({ count }) => count > 0);
  const count = all.length;
  const within = narrowedTo(board);
  const heading =
    within !== null && board.record.kind === 'issue'
      ? t(board.member === null ? 'tally.region' : 'tally.member', { count, within, day })
      : t(kindOf(board) === 'actor' ? 'tally.issue' : 'tally.actor', { count, day });
  return (
    <div className="tally">
      <p>
        <strong>{heading}</strong>
      </p>
      <p className="legend">
        {present.map(({ stance, count }) => (
          <span key={stance} className="nb">
            <StanceTag stance={stance === 'none' ? null : stance} /> {figure(count)}
          </span>
        ))}
        {open === 0 ? null : (
          <span className="nb">
            {t('tally.open')} {figure(open)}
          </span>
        )}
      </p>
      <Units groups={present.map(({ stance, count }) => ({ ...shapeOf(stance === 'none' ? null : stance), count }))} />
    </div>
  );
}

/** The organisation and the region that a board is narrowed to, in words; null where it shows everybody. */
function narrowedTo({ member, region }: BoardView): string | null {
  const named = [...(member === null ? [] : [titleOf(member)]), ...(region === null ? [] : [regionName(region)])];
  return named.length === 0 ? null : named.join(', ');
}

/** Who says where a region ends, and how many are left out because nothing says where they lie. */
function RegionTold({ board }: { board: BoardView }) {
  const t = text('regions');
  return (
    <p className="hint">
      {t('source')} {board.unplaced === 0 ? null : t('unplacedPositions', { count: board.unplaced })}
    </p>
  );
}

const only = ({ held }: HeldOnDay) => (held.length === 1 ? (held[0] ?? 'none') : undefined);

function Nothing({ board, asked }: { board: BoardView; asked: AskedBoard }) {
  const t = text('board');
  const { stances: wanted, from, to } = asked.choice;
  const within = narrowedTo(board);
  const narrowed = asked.member !== null || asked.region !== null || wanted.length > 0 || from !== null || to !== null;
  return (
    <div className="notice">
      <h3>{t(narrowed ? 'nothing.narrowedTitle' : 'nothing.title')}</h3>
      <p>
        {within === null
          ? t('nothing.text')
          : t(board.member === null ? 'nothing.region' : 'nothing.member', { within })}
      </p>
      {narrowed ? (
        <p>
          <a href={boardPath(board.record)}>{t('nothing.everything')}</a>
        </p>
      ) : null}
    </div>
  );
}
