import { boardStances } from '@rapporteur/domain/board/choice';
import { dayOfNumber } from '@rapporteur/domain/board/days';
import type { DrawnBoard } from '@rapporteur/domain/board/draw';
import type { BoardView } from '@rapporteur/domain/board/views';
import { dateInWords } from '../dates-in-words';
import { titleOf } from '../record-link';
import { RegionField } from '../region-field';
import { StanceTag } from '../terms';
import { text } from '../text';
import { boardAddress, boardPath, type AskedBoard } from './address';

/**
 * What a board can be asked: a day of the world, a period, members of an organisation at that time, a region, stances, an order. A plain
 * form, so it works without scripts, and every answer has an address.
 */
export function BoardForm({ board, asked, drawn }: { board: BoardView; asked: AskedBoard; drawn: DrawnBoard }) {
  const t = text('board');
  const { choice, member, region } = asked;
  const ofIssue = board.record.kind === 'issue';
  const sorts = Object.fromEntries(
    (['latest', 'stance', 'name'] as const).map((sort) => [sort, t(`form.sorts.${sort}`)]),
  );
  const ways = Object.fromEntries((['each', 'together'] as const).map((rows) => [rows, t(`form.rowsWays.${rows}`)]));
  const organisations =
    board.member === null || board.organisations.some(({ id }) => id === board.member?.id)
      ? board.organisations
      : [board.member, ...board.organisations];
  return (
    <form className="board-form" action={boardPath(board.record)} aria-label={t('form.label')}>
      <div className="board-fields">
        <p className="field">
          <label htmlFor="board-on">{t('form.on')}</label>
          <input className="input" id="board-on" name="on" type="date" defaultValue={choice.on ?? ''} />
        </p>
        {organisations.length === 0 ? null : (
          <p className="field">
            <label htmlFor="board-member">{t('form.member')}</label>
            <select className="input" id="board-member" name="member" defaultValue={member ?? ''}>
              <option value="">{t('form.everybody')}</option>
              {organisations.map((organisation) => (
                <option key={organisation.id} value={organisation.slug}>
                  {titleOf(organisation)}
                </option>
              ))}
            </select>
          </p>
        )}
        {ofIssue && (board.regions.length > 0 || region !== null) ? (
          <RegionField id="board-region" regions={board.regions} chosen={region} />
        ) : null}
        <Year name="from" label={t('form.from')} value={choice.from} />
        <Year name="to" label={t('form.to')} value={choice.to} />
        <Choice name="sort" label={t('form.sort')} from={sorts} value={choice.sort} any={null} />
        <Choice name="rows" label={t('form.rows')} from={ways} value={choice.rows} any={t('form.rowsAny')} />
      </div>
      <fieldset className="board-stances">
        <legend>{t('form.stances')}</legend>
        {boardStances.map((stance) => (
          <label className="check" key={stance}>
            <input type="checkbox" name="stance" value={stance} defaultChecked={choice.stances.includes(stance)} />{' '}
            <StanceTag stance={stance === 'none' ? null : stance} />
          </label>
        ))}
      </fieldset>
      <p className="board-send">
        <button className="button button--main" type="submit">
          {t('form.show')}
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
        type="text"
        inputMode="numeric"
        pattern="[0-9]{4}"
        maxLength={4}
        size={4}
        title={text('board')('form.year')}
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
  const t = text('board');
  const { earlier, later } = drawn.steps;
  const words = (day: number) => dateInWords(dayOfNumber(day), 'short');
  return (
    <span className="board-steps">
      {earlier === null ? null : (
        <a className="button" href={to(earlier)} rel="prev">
          ← {t('form.earlier', { day: words(earlier) })}
        </a>
      )}
      {later === null ? null : (
        <a className="button" href={to(later)} rel="next">
          {t('form.later', { day: words(later) })} →
        </a>
      )}
      {drawn.on.chosen ? (
        <a className="button" href={to(null)}>
          {t('form.latest')}
        </a>
      ) : null}
    </span>
  );
}
