import type { Misfit } from '@rapporteur/domain/fitting';
import { text } from './text';

/** What of an address cannot be asked, in the reader's own words: it was left out, and the page shows everything else. */
export function Misfits({ of }: { of: readonly Misfit[] }) {
  if (of.length === 0) return null;
  const t = text('lists');
  return (
    <section className="notice misfits" aria-label={t('misfits.title')}>
      <p>
        <strong>{t('misfits.title')}</strong> {t('misfits.left')}
      </p>
      <ul>
        {of.slice(0, most).map(({ name, value }) => (
          <li key={`${name} ${value}`}>{t('misfits.misfit', { name, value: value.slice(0, longest) })}</li>
        ))}
      </ul>
    </section>
  );
}

/** So many are told: there may be as many as an address has room for. */
const most = 10;

/** As much of what was written as tells readers what is meant. */
const longest = 60;
