import type { CitationView, PositionSummary } from '@rapporteur/domain/views';
import { When } from './dates';
import { KeptWithMarks, Marked, marksOfNotes } from './evidence-mark';
import { hrefOf, titleOf } from './record-link';
import { StanceTag, TurnTag } from './terms';

type TurnOf = PositionSummary['turns'][number];

/** When the stance held now began: the first turn after the last change of stance. */
function since(turns: readonly TurnOf[]): TurnOf | undefined {
  const held = turns.at(-1)?.stance;
  let first = turns.at(-1);
  for (const turn of turns.toReversed()) {
    if (turn.stance !== held) break;
    first = turn;
  }
  return first;
}

interface Props {
  positions: readonly PositionSummary[];
  citations: readonly CitationView[];
  caption: string;
  /** Which side of the position the page is not already about. */
  show: 'actor' | 'issue' | 'both';
}

/** Who holds what, since when, and how it last moved. Turn by turn below it, so that a change is never swallowed. */
export function PositionBoard({ positions, citations, caption, show }: Props) {
  return (
    <table className="table positions">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {show === 'issue' ? null : <th scope="col">Actor</th>}
          {show === 'actor' ? null : <th scope="col">Issue</th>}
          <th scope="col">Held now</th>
          <th scope="col">Since</th>
          <th scope="col">Latest turn</th>
        </tr>
      </thead>
      <tbody>
        {positions.map((position) => (
          <PositionRow key={position.record.id} position={position} citations={citations} show={show} />
        ))}
      </tbody>
    </table>
  );
}

function PositionRow({
  position,
  citations,
  show,
}: {
  position: PositionSummary;
  citations: readonly CitationView[];
  show: Props['show'];
}) {
  const { record, actor, issue, turns } = position;
  const last = turns.at(-1);
  const first = since(turns);
  const subject = show === 'issue' ? issue : actor;
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf(subject)}>{titleOf(subject)}</a>
      </th>
      {show === 'both' ? (
        <td data-label="Issue">
          <a href={hrefOf(issue)}>{titleOf(issue)}</a>
        </td>
      ) : null}
      <td data-label="Held now">
        <KeptWithMarks marks={marksOfNotes(citations, last?.notes ?? [])}>
          <a className="quiet" href={hrefOf(record)}>
            <StanceTag stance={last?.stance ?? null} />
          </a>
        </KeptWithMarks>
      </td>
      <td data-label="Since">{first === undefined ? 'Not on record' : <When value={first.date} style="short" />}</td>
      <td data-label="Latest turn">
        {last === undefined ? null : (
          <>
            <TurnTag turn={last.turn} />
            <span className="turn-summary">
              <Marked text={last.summary} marks={[]} />
            </span>
          </>
        )}
      </td>
    </tr>
  );
}

/** One shape per actor, never a bar, so that a small group is not swallowed. */
export function StanceUnits({ positions }: { positions: readonly PositionSummary[] }) {
  return (
    <ul className="tally-list" aria-label="Positions on record, one for each actor">
      {positions.map((position) => (
        <li key={position.record.id}>
          <StanceTag stance={position.turns.at(-1)?.stance ?? null}>{titleOf(position.actor)}</StanceTag>
        </li>
      ))}
    </ul>
  );
}
