import { boardStances } from '@rapporteur/domain/board/choice';
import { dayOfNumber } from '@rapporteur/domain/board/days';
import type { DrawnBoard } from '@rapporteur/domain/board/draw';
import type { BoardView } from '@rapporteur/domain/board/views';
import { formatEdtf } from '@rapporteur/domain/edtf';
import { titleOf } from '../record-link';
import { StanceTag } from '../terms';
import { boardAddress, boardPath, type AskedBoard } from './address';

const sorts = { latest: 'Latest turn first', stance: 'By stance', name: 'By name' } as const;
const rowsWays = { each: 'One for each', together: 'Equal rows together' } as const;

/**
 * What a board can be asked: a day of the world, a period, members of an organisation at that time, stances, an order. A plain
 * form, so it works without scripts, and every answer has an address.
 */
export function BoardForm({ board, asked, drawn }: { board: BoardView; asked: AskedBoard; drawn: DrawnBoard }) {
  const { choice, member } = asked;
  const organisations =
    board.member === null || board.organisations.some(({ id }) => id === board.member?.id)
      ? board.organisations
      : [board.member, ...board.organisations];
  return (
    <form className="board-form" action={boardPath(board.record)} aria-label="What the board shows">
      <div className="board-fields">
        <p className="field">
          <label htmlFor="board-on">What held on</label>
          <input className="input" id="board-on" name="on" type="date" defaultValue={choice.on ?? ''} />
        </p>
        {organisations.length === 0 ? null : (
          <p className="field">
            <label htmlFor="board-member">Members at that time of</label>
            <select className="input" id="board-member" name="member" defaultValue={member ?? ''}>
              <option value="">Everybody on record</option>
              {organisations.map((organisation) => (
                <option key={organisation.id} value={organisation.slug}>
                  {titleOf(organisation)}
                </option>
              ))}
            </select>
          </p>
        )}
        <Year name="from" label="From the year" value={choice.from} />
        <Year name="to" label="To the year" value={choice.to} />
        <Choice name="sort" label="Order" from={sorts} value={choice.sort} any={null} />
        <Choice name="rows" label="Rows" from={rowsWays} value={choice.rows} any="As many as have room" />
      </div>
      <fieldset className="board-stances">
        <legend>Only who held, or may have held, on that day</legend>
        {boardStances.map((stance) => (
          <label className="check" key={stance}>
            <input type="checkbox" name="stance" value={stance} defaultChecked={choice.stances.includes(stance)} />{' '}
            <StanceTag stance={stance === 'none' ? null : stance} />
          </label>
        ))}
      </fieldset>
      <p className="board-send">
        <button className="button button--main" type="submit">
          Show the board
        </button>
        {asked.show === 'table' ? <input type="hidden" name="show" value="table" /> : null}
        <Steps board={board} asked={asked} drawn={drawn} />
      </p>
    </form>
  );
}

function Year({ name, label, value }: { name: string; label: string; value: string | null }) {
  return (
    <p className="field">
      <label htmlFor={`board-${name}`}>{label}</label>
      <input
        className="input"
        id={`board-${name}`}
        name={name}
        inputMode="numeric"
        pattern="[0-9]{4}"
        maxLength={4}
        size={4}
        title="A year of four digits, such as 1975"
        defaultValue={value ?? ''}
      />
    </p>
  );
}

function Choice({
  name,
  label,
  from,
  value,
  any,
}: {
  name: string;
  label: string;
  from: Readonly<Record<string, string>>;
  value: string | null;
  any: string | null;
}) {
  return (
    <p className="field">
      <label htmlFor={`board-${name}`}>{label}</label>
      <select className="input" id={`board-${name}`} name={name} defaultValue={value ?? ''}>
        {any === null ? null : <option value="">{any}</option>}
        {Object.entries(from).map(([term, words]) => (
          <option key={term} value={term}>
            {words}
          </option>
        ))}
      </select>
    </p>
  );
}

/** From change to change through the time of the world. */
function Steps({ board, asked, drawn }: { board: BoardView; asked: AskedBoard; drawn: DrawnBoard }) {
  const to = (day: number | null) =>
    boardAddress(board.record, { ...asked, choice: { ...asked.choice, on: day === null ? null : dayOfNumber(day) } });
  const { earlier, later } = drawn.steps;
  const words = (day: number) => formatEdtf(dayOfNumber(day), { style: 'short' });
  return (
    <span className="board-steps">
      {earlier === null ? null : (
        <a className="button" href={to(earlier)} rel="prev">
          ← Change of {words(earlier)}
        </a>
      )}
      {later === null ? null : (
        <a className="button" href={to(later)} rel="next">
          Change of {words(later)} →
        </a>
      )}
      {drawn.on.chosen ? (
        <a className="button" href={to(null)}>
          As far as the record goes
        </a>
      ) : null}
    </span>
  );
}
