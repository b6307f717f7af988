import type { PreviewView } from '@rapporteur/domain/preview-views';
import { Instant } from './dates';
import { text } from './text';
import { languageName } from './words';

/** Says on a preview what of it is not public, and how long its address works. */
export function PreviewBanner({ preview: { record, approved, expiresAt } }: { preview: PreviewView }) {
  const { translation } = record;
  const standing = approved ? 'approved' : 'open';
  const t = text('preview');
  return (
    <aside className="preview-banner" aria-label={t('label')}>
      <div className="wrap preview-banner-row">
        <p>
          <strong>{t('lead')}</strong>{' '}
          {translation === null
            ? t('version', { version: String(record.revisionNumber), standing })
            : t('translation', {
                version: String(translation.number),
                language: languageName(translation.language),
                standing,
              })}{' '}
          {t('may')}
        </p>
        <p className="preview-banner-terms">
          {t.rich('terms', { when: () => <Instant value={expiresAt} time /> })}
          {translation === null && ` ${t('comes')}`}
        </p>
      </div>
    </aside>
  );
}
