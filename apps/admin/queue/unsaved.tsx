import { kindNames, type Kind } from '@rapporteur/domain/kinds';
import { Icon } from '../app/shell/desk-icon';
import { atTime } from '../app/wording';
import { text } from '../i18n/text';
import { ago } from './when';

const t = text('queue');

interface Unsaved {
  id: string;
  kind: Kind;
  title: string;
  stale: boolean;
  updatedAt: string;
}

/** What somebody has typed and not saved, with the way back to it. */
export function UnsavedTexts({ items, now }: { items: readonly Unsaved[]; now: Date }) {
  if (items.length === 0) return null;
  return (
    <section className="unsaved" aria-labelledby="unsaved">
      <h2 id="unsaved">
        <Icon name="i-edit" />
        {t('unsaved.title')}
      </h2>
      <ul>
        {items.map(({ id, kind, title, stale, updatedAt }) => (
          <li key={id}>
            <a href={`/records/${id}/edit`}>{title === '' ? t('unsaved.unnamed') : title}</a>
            <span className="kind">
              <Icon name={`i-${kind}`} />
              {kindNames[kind].singular}
            </span>
            <span>{t(stale ? 'unsaved.stale' : 'unsaved.goOn')}</span>
            <time dateTime={updatedAt} title={atTime(updatedAt)}>
              {ago(t, updatedAt, now)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}
