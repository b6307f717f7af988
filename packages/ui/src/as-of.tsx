import { dayOf, instantOf } from './dates';
import { Glyph } from './glyph';
import { text } from './text';

/** The address of the form that leads to a date. */
const chooser = '/at';

/** What a reader has filled in, and what was wrong with it. */
export interface ChosenMoment {
  date: string;
  time: string;
  problem: string | null;
}

/** Chooses the moment at which a page is read. A form without scripts: the server answers with the way to the past page. */
export function MomentForm({ page, id, chosen }: { page: string; id: string; chosen: ChosenMoment }) {
  const t = text('frame');
  const wrong = chosen.problem === null ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-problem` };
  return (
    <form className="moment-form" action={chooser} method="get">
      <input type="hidden" name="page" value={page} />
      {chosen.problem === null ? null : (
        <p className="moment-problem" id={`${id}-problem`} role="alert">
          {chosen.problem}
        </p>
      )}
      <p className="field">
        <label htmlFor={`${id}-date`}>{t('asOf.day')}</label>
        <input
          className="input"
          id={`${id}-date`}
          name="date"
          type="date"
          required
          defaultValue={chosen.date}
          {...wrong}
        />
      </p>
      <p className="field">
        <label htmlFor={`${id}-time`}>{t('asOf.time')}</label>
        <input className="input" id={`${id}-time`} name="time" type="time" step="1" defaultValue={chosen.time} />
      </p>
      <p>
        <button className="button button--main" type="submit">
          {t('asOf.button')}
        </button>
      </p>
      <p className="hint">{t('asOf.hint')}</p>
    </form>
  );
}

/** The fields of the form as they stand for a page that is read at an instant. */
export const momentOf = (asOf: string | null): ChosenMoment => ({
  date: asOf?.slice(0, 10) ?? '',
  time: asOf?.slice(11, 19) ?? '',
  problem: null,
});

/** What time the page is read at, and the way to another one. */
export function AsOf({ asOf, page }: { asOf: string | null; page: string }) {
  const t = text('frame');
  return (
    <details className="asof">
      <summary>
        <Glyph name="i-history" className="i" />
        <span className="asof-label">{t('asOf.label')}</span>{' '}
        <strong>{asOf === null ? t('asOf.today') : dayOf(asOf, 'short')}</strong>
      </summary>
      <div className="asof-panel">
        <p className="asof-title">{t('asOf.title')}</p>
        <MomentForm page={page} id="asof" chosen={momentOf(asOf)} />
      </div>
    </details>
  );
}

/** A moment at which the page, or the record, changed. */
export interface Moment {
  at: string;
  /** What it brought, such as "Version 2". */
  label: string;
  /** The page just after it. */
  href: string;
}

/** The banner of a page of the past: which moment it shows, the moments up to it, and the way back. */
export function PastBanner({ asOf, path, moments }: { asOf: string; path: string; moments: readonly Moment[] }) {
  const t = text('frame');
  // The end of a minute is what a reader means who chose one; a second within it stands for itself.
  const isWithin = !asOf.slice(17).startsWith('59');
  const when = () => (
    <strong>
      <time dateTime={asOf}>{instantOf(asOf, 'long', isWithin)}</time>
    </strong>
  );
  return (
    <aside className="past-banner" aria-label={t('past.label')}>
      <div className="wrap past-banner-row">
        <p>
          <Glyph name="i-history" className="i" /> {t.rich('past.text', { when })}
        </p>
        <p className="past-actions">
          <a className="button" href={`${chooser}?page=${encodeURIComponent(path)}`}>
            {t('past.another')}
          </a>
          <a className="button button--main" href={path} data-live="">
            {t('past.back')}
          </a>
        </p>
        {moments.length === 0 ? null : <VersionClock moments={moments} path={path} />}
      </div>
    </aside>
  );
}

/** The moments up to the one that is read, in order, and today at the end. What came between them no past page can know. */
function VersionClock({ moments, path }: { moments: readonly Moment[]; path: string }) {
  const t = text('frame');
  const minutes = moments.map(({ at }) => at.slice(0, 16));
  return (
    <ol className="clock" aria-label={t('past.clock')}>
      {moments.map((moment, index) => {
        const here = index === moments.length - 1;
        return (
          <li key={moment.at} className={here ? 'is-here' : undefined}>
            <a href={moment.href} {...(here ? { 'aria-current': 'true' as const } : {})}>
              <span className="clock-words">
                <span className="clock-label">{moment.label}</span>{' '}
                {instantOf(moment.at, 'short', isShared(minutes, index))}
              </span>
            </a>
          </li>
        );
      })}
      <li className="is-today">
        <a href={path} data-live="">
          <span className="clock-words">
            <span className="clock-label">{t('past.today')}</span>
          </span>
        </a>
      </li>
    </ol>
  );
}

/** Whether two of some minutes are the same. */
const isShared = (minutes: readonly string[], index: number): boolean =>
  minutes.filter((minute) => minute === minutes[index]).length > 1;
