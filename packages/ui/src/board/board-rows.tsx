import { dayOfNumber } from '@rapporteur/domain/board/days';
import { manyRows, type DrawnBoard, type DrawnRow, type SilentRow } from '@rapporteur/domain/board/draw';
import type { RecordLink as Link } from '@rapporteur/domain/views';
import { When } from '../dates';
import { dateInWords } from '../dates-in-words';
import { hrefOf, nameLanguage, RecordLink, titleOf } from '../record-link';
import { TurnTag } from '../terms';
import { text } from '../text';
import { silence } from '../words';
import { Axis } from './axis';
import { HeldTags } from './stance-look';
import { Strip } from './strip';
import type { StripSize } from './strip-markup';
import { silenceInWords, stripInWords, ToldStrip } from './told-strip';

/** Above so many names of equal rows, the others are folded away. */
const namesShown = 2;

interface Props {
  drawn: DrawnBoard;
  /** What the board is of, for its caption. */
  caption: string;
  /** What the rows are: "Actor" or "Issue". */
  rowName: string;
}

const dayInWords = (day: number) => dateInWords(dayOfNumber(day), 'short');

/** What the column of the day that is asked about is called. */
const heldOnDay = ({ on }: DrawnBoard) => text('board')(on.chosen ? 'heldOn' : 'heldUpTo', { day: dayInWords(on.day) });

/** Many rows are low, so that they can be seen together. */
export const sizeOf = ({ count }: DrawnBoard): StripSize => (count > manyRows ? 'low' : 'high');

/** A row for each actor or issue: who, the strip of what was held, and what was held on the day that is asked about. */
export function BoardRows({ drawn, caption, rowName }: Props) {
  const t = text('board');
  const { span, on, groups, silent } = drawn;
  const size = sizeOf(drawn);
  const line = on.day >= span.from && on.day < span.to ? on.day : null;
  return (
    <table className={size === 'low' ? 'board board--low' : 'board'}>
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="who">
            {rowName}
          </th>
          <th scope="col" className="when-strip">
            <span className="vh">{t('span', { from: dayInWords(span.from), to: dayInWords(span.to - 1) })}</span>
            <Axis span={span} on={line !== null && on.chosen ? { day: line, label: dayInWords(line) } : null} />
          </th>
          <th scope="col" className="then">
            {heldOnDay(drawn)}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map((rows) => (
          <Row key={rows[0]?.position.id} rows={rows} drawn={drawn} size={size} line={on.chosen ? line : null} />
        ))}
      </tbody>
      {silent.length === 0 ? null : (
        <tbody>
          {silent.map((rows) => (
            <SilentRows
              key={rows[0]?.subject.id}
              rows={rows}
              drawn={drawn}
              size={size}
              line={on.chosen ? line : null}
            />
          ))}
        </tbody>
      )}
    </table>
  );
}

interface Drawn<R> {
  /** Rows that are drawn as one. */
  rows: readonly R[];
  drawn: DrawnBoard;
  size: StripSize;
  line: number | null;
}

function Row({ rows, drawn, size, line }: Drawn<DrawnRow>) {
  const [first] = rows;
  if (first === undefined) return null;
  return (
    <tr>
      <th scope="row" className="who">
        <Names rows={rows} />
      </th>
      <td className="when-strip">
        <Strip {...first} span={drawn.span} on={line} size={size} label={stripInWords(first)} />
      </td>
      <td className="then">
        <HeldBy rows={rows} />
      </td>
    </tr>
  );
}

/** Those of whom nothing is on record: all of a region, or those who were members at the same time. */
function SilentRows({ rows, drawn, size, line }: Drawn<SilentRow>) {
  const [first] = rows;
  if (first === undefined) return null;
  const { stretches, onDay } = first;
  return (
    <tr>
      <th scope="row" className="who">
        <details>
          <summary>{text('board')('actors', { count: rows.length })}</summary>
          <ul className="board-names">
            {rows.map(({ subject }) => (
              <li key={subject.id}>
                <RecordLink record={subject} />
              </li>
            ))}
          </ul>
        </details>
      </th>
      <td className="when-strip">
        <Strip
          stretches={stretches}
          marks={[]}
          span={drawn.span}
          on={line}
          size={size}
          label={silenceInWords(stretches, drawn.span)}
        />
      </td>
      <td className="then">
        <HeldTags held={onDay.held} />
      </td>
    </tr>
  );
}

/** What was held on the day. Of one row it leads to the position; of several, each name does. */
function HeldBy({ rows }: { rows: readonly DrawnRow[] }) {
  const [first] = rows;
  if (first === undefined) return null;
  const { position, onDay } = first;
  const held = <HeldTags held={onDay.held} />;
  if (rows.length > 1) return held;
  return (
    <a className="quiet" href={hrefOf(position)}>
      {held}
    </a>
  );
}

const subjectsOf = (rows: readonly DrawnRow[]): Link[] => rows.map(({ subject }) => subject);

function Names({ rows }: { rows: readonly DrawnRow[] }) {
  const [first] = rows;
  if (first === undefined) return null;
  if (rows.length === 1) return <RecordLink record={first.subject} />;
  return (
    <details>
      <summary>{namesInShort(subjectsOf(rows))}</summary>
      <ul className="board-names">
        {rows.map(({ subject, position }) => (
          <li key={position.id}>
            <RecordLink record={subject} />
            <span className="of-name">
              , <a href={hrefOf(position)}>{text('board')('position')}</a>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** "Austria, Belgium, Chad and 17 more". */
function namesInShort(subjects: readonly Link[]): string {
  const names = subjects.slice(0, namesShown).map(titleOf);
  const more = subjects.length - names.length;
  return more === 0 ? names.join(', ') : text('board')('more', { names: names.join(', '), count: more });
}

/** The same board in words: what was held on the day, since when, how it last moved, and every stretch before. */
export function BoardTable({ drawn, caption, rowName }: Props) {
  const t = text('board');
  return (
    <table className="table board-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{rowName}</th>
          <th scope="col">{heldOnDay(drawn)}</th>
          <th scope="col">{t('since')}</th>
          <th scope="col">{t('latestTurn')}</th>
          <th scope="col">{t('overTime')}</th>
        </tr>
      </thead>
      <tbody>
        {drawn.groups.map((rows) => (
          <TableRow key={rows[0]?.position.id} rows={rows} heading={heldOnDay(drawn)} />
        ))}
        {drawn.silent.flat().map(({ subject, stretches, onDay }) => (
          <tr key={subject.id}>
            <th scope="row">
              <RecordLink record={subject} />
            </th>
            <td data-label={heldOnDay(drawn)}>
              <HeldTags held={onDay.held} />
            </td>
            <td className="nb" data-label={t('since')}>
              {silence()}
            </td>
            <td data-label={t('latestTurn')}>{t('none')}</td>
            <td data-label={t('overTime')}>
              <ToldStrip row={{ stretches, marks: [] }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TableRow({ rows, heading }: { rows: readonly DrawnRow[]; heading: string }) {
  const [first] = rows;
  if (first === undefined) return null;
  const t = text('board');
  const { since, latest } = first.onDay;
  return (
    <tr>
      <th scope="row">
        {rows.length === 1 ? (
          <RecordLink record={first.subject} />
        ) : (
          // Each name leads to its position: the cells beside it are of all of them.
          rows.map(({ subject, position }, index) => (
            <span key={position.id}>
              {index === 0 ? '' : ', '}
              <a href={hrefOf(position)} {...nameLanguage(subject)}>
                {titleOf(subject)}
              </a>
            </span>
          ))
        )}
      </th>
      <td data-label={heading}>
        <HeldBy rows={rows} />
      </td>
      <td className="nb" data-label={t('since')}>
        {since === null ? silence() : <When value={since.date} style="short" />}
      </td>
      <td data-label={t('latestTurn')}>
        {latest === null ? (
          t('none')
        ) : (
          <span className="turn-line">
            <TurnTag turn={latest.turn} /> <When value={latest.date} style="short" />
          </span>
        )}
      </td>
      <td data-label={t('overTime')}>
        <ToldStrip row={first} />
      </td>
    </tr>
  );
}
