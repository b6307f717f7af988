import { text } from './text';

/** What a reader has filled in, and what was wrong with each of the two days. */
export interface ChosenDates {
  from: { day: string; problem: string | null };
  to: { day: string; problem: string | null };
}

/** Chooses the two days between which a page, or the whole record, is compared. A form without scripts. */
export function CompareForm({ page, chosen }: { page: string; chosen: ChosenDates }) {
  const t = text('changes');
  return (
    <form className="compare-dates" action="/compare" method="get">
      <input type="hidden" name="page" value={page} />
      {(['from', 'to'] as const).map((name) => {
        const { day, problem } = chosen[name];
        const wrong = problem === null ? {} : { 'aria-invalid': true, 'aria-describedby': `${name}-problem` };
        return (
          <p className="field" key={name}>
            <label htmlFor={`compare-${name}`}>{t(`compare.${name}`)}</label>
            <input
              className="input"
              id={`compare-${name}`}
              name={name}
              type="date"
              required
              defaultValue={day}
              {...wrong}
            />
            {problem === null ? null : (
              <span className="moment-problem" id={`${name}-problem`}>
                {problem}
              </span>
            )}
          </p>
        );
      })}
      <p>
        <button className="button button--main" type="submit">
          {t('compare.button')}
        </button>
      </p>
    </form>
  );
}
