import { stances, turns } from '@rapporteur/domain/content/position';
import { StanceTag, TurnTag } from '../terms';

/** How to read the strips: shapes, signs, and what a line says. */
export function BoardKey({ member }: { member: string | null }) {
  return (
    <details className="board-key" open>
      <summary>How to read the board</summary>
      <div>
        <section>
          <h3>Stance, held until something changes it</h3>
          <p className="legend">
            {stances.map((stance) => (
              <StanceTag key={stance} stance={stance} />
            ))}
            <StanceTag stance={null}>Not on record: a dotted line, which is not neutral</StanceTag>
          </p>
        </section>
        <section>
          <h3>Turn, at the moment it happens</h3>
          <p className="legend">
            {turns.map((turn) => (
              <TurnTag key={turn} turn={turn} />
            ))}
          </p>
        </section>
        <p className="hint">
          A dotted ring is a day that is not on record; its line covers the days that it may have been, and the hatched
          band what may have been held meanwhile. A thin stroke across a band is a turn without room for its sign.
          {member === null
            ? ''
            : ` Where there is no line at all, the actor was no member of ${member}; where it is pale, perhaps not.`}
        </p>
      </div>
    </details>
  );
}
