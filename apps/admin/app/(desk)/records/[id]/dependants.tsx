import type { DependantsPage } from '@rapporteur/domain/publication-views';
import { fieldName } from '@rapporteur/ui/words';
import { text } from '../../../../i18n/text';

const t = text('review');

/** What rests on a record, for whoever is about to correct or withdraw it. */
export function Dependants({ total, items, next }: DependantsPage) {
  return (
    <section className="sheet" aria-labelledby="dependants">
      <h2 id="dependants">{t('effects.dependants', { count: total })}</h2>
      {total > 0 && <p className="hint">{t('effects.dependantsHold', { count: total })}</p>}
      <ul>
        {items.map(({ record, fields }) => (
          <li key={record.id}>
            <a href={`/records/${record.id}`}>{record.title ?? record.slug}</a>{' '}
            <span className="hint">{fields.map((field) => fieldName(field)).join(', ')}</span>
          </li>
        ))}
      </ul>
      {next !== null && <p className="hint">{t('effects.andMore', { count: total - items.length })}</p>}
    </section>
  );
}
