import { stances, turns } from '@rapporteur/domain/content/position';
import { StanceTag, TurnTag } from '../terms';
import { text } from '../text';

/** How to read the strips: shapes, signs, and what a line says. */
export function BoardKey({ member }: { member: string | null }) {
  const t = text('board');
  return (
    <details className="board-key" open>
      <summary>{t('key.title')}</summary>
      <div>
        <section>
          <h3>{t('key.stance')}</h3>
          <p className="legend">
            {stances.map((stance) => (
              <StanceTag key={stance} stance={stance} />
            ))}
            <StanceTag stance={null}>{t('key.silence')}</StanceTag>
          </p>
        </section>
        <section>
          <h3>{t('key.turn')}</h3>
          <p className="legend">
            {turns.map((turn) => (
              <TurnTag key={turn} turn={turn} />
            ))}
          </p>
        </section>
        <p className="hint">
          {t('key.text')} {member === null ? null : t('key.member', { organisation: member })}
        </p>
      </div>
    </details>
  );
}
