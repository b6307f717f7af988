import { boardStances, plainChoice } from '@rapporteur/domain/board/choice';
import { dayOfNumber } from '@rapporteur/domain/board/days';
import { drawBoard, type DrawnBoard, type HeldThen } from '@rapporteur/domain/board/draw';
import type { BoardView } from '@rapporteur/domain/board/views';
import { formatEdtf } from '@rapporteur/domain/edtf';
import { Pager } from '../list-view';
import { totalOf } from '../more';
import { hrefOf, titleOf } from '../record-link';
import { Crumbs, RecordHead } from '../record-head';
import { StanceTag, stances } from '../terms';
import { plural, sentence } from '../words';
import { boardAddress, boardPath, type AskedBoard } from './address';
import { BoardForm } from './board-form';
import { BoardKey } from './board-key';
import { BoardRows, BoardTable, sizeOf } from './board-rows';
import { BoardPatterns } from './strip';

const captions = {
  issue: 'Who held what over time, each row in order of time',
  actor: 'What was held on each issue over time, each row in order of time',
};
const rowNames = { issue: 'Actor', actor: 'Issue' };
const kindOf = (board: BoardView): 'issue' | 'actor' => (board.record.kind === 'actor' ? 'actor' : 'issue');

/** The whole page of a board. */
export function BoardPage({ board, asked, after }: { board: BoardView; asked: AskedBoard; after: string | null }) {
  const drawn = drawBoard(board, asked.choice);
  const kind = kindOf(board);
  const title = titleOf(board.record);
  const shared = { drawn, caption: captions[kind], rowName: rowNames[kind] };
  return (
    <>
      <Crumbs kind={kind} parent={{ href: hrefOf(board.record), title }} here="Position board" />
      <RecordHead kind={kind} title={`Position board: ${title}`}>
        <p className="standfirst">
          What was held in the world, and when. Each row leads to its position, with the passages that it rests on.
        </p>
      </RecordHead>
      <BoardForm board={board} asked={asked} drawn={drawn} />
      <Clocks board={board} drawn={drawn} />
      <section aria-labelledby="board">
        <h2 className="vh" id="board">
          Positions over time
        </h2>
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
          first={after === null ? null : boardAddress(board.record, asked)}
          next={board.next === null ? null : boardAddress(board.record, asked, board.next)}
        />
        {board.next === null && after === null ? null : (
          <p className="hint">
            {sentence(totalOf(board.total, 'position'))} in all: a page of the board holds {board.rows.length}, those
            that moved last first.
          </p>
        )}
      </section>
      {asked.show === 'table' || drawn.count === 0 || sizeOf(drawn) === 'low' ? null : (
        <section className="section" aria-labelledby="in-words">
          <div className="section-head">
            <h2 id="in-words">The same in words</h2>
          </div>
          <BoardTable {...shared} />
        </section>
      )}
    </>
  );
}

function Switch({ board, asked }: { board: BoardView; asked: AskedBoard }) {
  const ways = { board: 'Board', table: 'In words' } as const;
  return (
    <nav className="switch board-switch" aria-label="Show as">
      {(['board', 'table'] as const).map((show) => (
        <a
          key={show}
          href={boardAddress(board.record, { ...asked, show })}
          {...(asked.show === show ? { 'aria-current': 'true' as const } : {})}
        >
          {ways[show]}
        </a>
      ))}
    </nav>
  );
}

/** The strips alone, on the page of the record itself, with the way to the whole board. */
export function BoardExcerpt({ board }: { board: BoardView }) {
  const drawn = drawBoard(board, { ...plainChoice, rows: 'each' });
  if (drawn.count === 0) return null;
  const kind = kindOf(board);
  return (
    <>
      <BoardPatterns size={sizeOf(drawn)} />
      <BoardRows drawn={drawn} caption={captions[kind]} rowName={rowNames[kind]} />
      <p className="hint board-more">
        <a href={boardPath(board.record)}>Open the position board</a>: what held on a day, members of an organisation at
        that time, and the same in words.
      </p>
    </>
  );
}

/** Two clocks, never mixed: the day in the world, and the record that says what was held on it. */
function Clocks({ board, drawn }: { board: BoardView; drawn: DrawnBoard }) {
  const day = formatEdtf(dayOfNumber(drawn.on.day));
  return (
    <p className="board-clocks">
      {drawn.on.chosen ? `What held in the world on ${day}` : `What held in the world up to ${day}`}, by the record with
      its changes up to {formatEdtf(board.until)}. What the record said at an earlier time is chosen at the top of the
      page.
    </p>
  );
}

/** One shape for each, never a bar, so that a small group is not swallowed. */
function Tally({ board, drawn }: { board: BoardView; drawn: DrawnBoard }) {
  const all = [...drawn.groups.flat(), ...drawn.silent].map(({ then }) => then).filter(({ held }) => held.length > 0);
  if (all.length === 0) return null;
  const day = formatEdtf(dayOfNumber(drawn.on.day), { style: 'short' });
  const open = all.filter(({ held }) => held.length > 1).length;
  const counts = boardStances.map((stance) => ({ stance, count: all.filter((then) => only(then) === stance).length }));
  const present = counts.filter(({ count }) => count > 0);
  const of = board.member === null ? 'on record' : `of ${titleOf(board.member)}`;
  const one = board.record.kind === 'actor' ? 'issue' : board.member === null ? 'actor' : 'member';
  return (
    <div className="tally">
      <p>
        <strong>
          {plural(all.length, one)} {of}, {day}
        </strong>
      </p>
      <p className="legend">
        {present.map(({ stance, count }) => (
          <span key={stance} className="nb">
            <StanceTag stance={stance === 'none' ? null : stance} /> {count.toLocaleString('en-GB')}
          </span>
        ))}
        {open === 0 ? null : <span className="nb">Not certain {open.toLocaleString('en-GB')}</span>}
      </p>
      <p className="units" aria-hidden="true" dangerouslySetInnerHTML={{ __html: present.map(unitsMarkup).join('') }} />
    </div>
  );
}

/** So many shapes of one stance, as markup: there may be hundreds, and they hold no text. */
function unitsMarkup({ stance, count }: { stance: (typeof boardStances)[number]; count: number }): string {
  const { look, glyph } = stance === 'none' ? { look: 'norecord', glyph: 's-norecord' } : stances[stance];
  return `<svg class="glyph stance--${look}"><use href="#${glyph}"/></svg>`.repeat(count);
}

const only = ({ held }: HeldThen) => (held.length === 1 ? (held[0] ?? 'none') : undefined);

function Nothing({ board, asked }: { board: BoardView; asked: AskedBoard }) {
  const narrowed = asked.member !== null || asked.choice.stances.length > 0 || asked.choice.from !== null || asked.choice.to !== null; // prettier-ignore
  return (
    <div className="notice">
      <h3>{narrowed ? 'Nothing on this board is on record' : 'No position is on record yet'}</h3>
      <p>
        {board.member === null
          ? 'That is not the same as having no view: nobody is listed until a source says where they stand.'
          : `No member of ${titleOf(board.member)} in this time has such a position in the sources that were read. That is not the same as having no view.`}
      </p>
      {narrowed ? (
        <p>
          <a href={boardPath(board.record)}>Show everything</a>
        </p>
      ) : null}
    </div>
  );
}
