import type { DeskRevisionSummary } from '@rapporteur/api/admin/desk-views';
import { word } from '@rapporteur/ui/words';
import { text } from '../../../../../i18n/text';
import { atTime } from '../../../../wording';

const t = text('review');

interface Props {
  id: string;
  revisions: readonly DeskRevisionSummary[];
  /** The number that the list of still older ones begins below; null where there are none. */
  older: number | null;
  /** The two that are compared now. */
  from: number;
  to: number;
}

/** All versions beside the two that are compared. Whichever is chosen takes the place of the one nearer to it in age. */
export function Chooser({ id, revisions, older, from, to }: Props) {
  const address = (pair: { from: number; to: number }) =>
    `/records/${id}/compare?from=${pair.from}&to=${pair.to}` as const;
  return (
    <nav className="revisions" aria-label={t('past.title')}>
      <ol>
        {revisions.map(({ number, state, change, note, author, createdAt }) => {
          const side = number === from ? 'from' : number === to ? 'to' : null;
          const pair = number > to ? { from, to: number } : { from: number, to };
          const what = note === null ? word(change) : `${word(change)}: ${note}`;
          return (
            <li key={number} className={side === null ? undefined : 'is-chosen'}>
              <strong>{number}</strong>
              <div>
                <p>
                  {side === null ? (
                    <a href={address(pair)}>
                      <span className="vh">{t('compare.choose', pair)}: </span>
                      {what}
                    </a>
                  ) : (
                    what
                  )}
                </p>
                <p>
                  {author}, <time dateTime={createdAt}>{atTime(createdAt)}</time>
                </p>
                <span className="tag">{text('shell')(`state.${state}`)}</span>
              </div>
              {side !== null && <span className="revisions-side">{t(`compare.side.${side}`)}</span>}
            </li>
          );
        })}
      </ol>
      {older !== null && (
        <p className="revisions-older">
          <a href={`${address({ from, to })}&before=${older}`}>{t('past.older')}</a>
        </p>
      )}
    </nav>
  );
}
