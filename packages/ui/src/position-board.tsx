import type { CitationView, PositionSummary } from '@rapporteur/domain/views';
import { When } from './dates';
import { KeptWithMarks, Marked, marksOfNotes } from './evidence-mark';
import { foreign, hrefOf, nameLanguage, RecordLink, titleOf } from './record-link';
import { original } from '@rapporteur/domain/translation/languages';
import { StanceTag, TurnTag } from './terms';
import { text } from './text';
import { silence } from './words';

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
  const t = text('body');
  return (
    <table className="table positions">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {show === 'issue' ? null : <th scope="col">{t('board.actor')}</th>}
          {show === 'actor' ? null : <th scope="col">{t('board.issue')}</th>}
          <th scope="col">{t('board.held')}</th>
          <th scope="col">{t('board.since')}</th>
          <th scope="col">{t('board.latest')}</th>
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
  const t = text('body');
  const { record, actor, issue, turns } = position;
  const last = turns.at(-1);
  const first = since(turns);
  const subject = show === 'issue' ? issue : actor;
  return (
    <tr>
      <th scope="row">
        <RecordLink record={subject} />
      </th>
      {show === 'both' ? (
        <td data-label={t('board.issue')}>
          <RecordLink record={issue} />
        </td>
      ) : null}
      <td data-label={t('board.held')}>
        <KeptWithMarks marks={marksOfNotes(citations, last?.notes ?? [])}>
          <a className="quiet" href={hrefOf(record)}>
            <StanceTag stance={last?.stance ?? null} />
          </a>
        </KeptWithMarks>
      </td>
      <td className="nb" data-label={t('board.since')}>
        {first === undefined ? silence() : <When value={first.date} style="short" />}
      </td>
      <td data-label={t('board.latest')}>
        {last === undefined ? null : (
          <>
            <TurnTag turn={last.turn} />
            <span className="turn-summary" {...foreign(original)}>
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
    <ul className="tally-list" aria-label={text('body')('board.units')}>
      {positions.map((position) => (
        <li key={position.record.id}>
          <StanceTag stance={position.turns.at(-1)?.stance ?? null} {...nameLanguage(position.actor)}>
            {titleOf(position.actor)}
          </StanceTag>
        </li>
      ))}
    </ul>
  );
}
