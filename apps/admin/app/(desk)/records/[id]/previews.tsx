import { randomUUID } from 'node:crypto';
import type { PreviewItem } from '@rapporteur/domain/preview-views';
import type { Language } from '@rapporteur/domain/translation/languages';
import { text } from '../../../../i18n/text';
import { atTime } from '../../../wording';
import { CommandForm } from './command-form';

const t = text('review');

interface Props {
  /** All previews of the record: those of other translations, or of the record itself, are not shown. */
  previews: readonly PreviewItem[];
  target: { id: string; version: number };
  number: number;
  /** The language of the translation that `number` is of; without it, `number` is a version of the record. */
  language?: Language;
}

/** Links by which somebody without an account reads a version in the real site, for a while. */
export function Previews({ previews, target, number, language }: Props) {
  const page = language === undefined ? {} : { page: 'translation', language };
  const own = previews.filter(({ translation }) => translation?.language === language);
  return (
    <section aria-labelledby="previews">
      <h2 id="previews">{t('preview.title')}</h2>
      <CommandForm
        {...target}
        command={language === undefined ? 'preview' : 'previewTranslation'}
        button={t('preview.make', { number })}
        hidden={{ ...page, number, once: randomUUID() }}
        answered={t('preview.made')}
      />
      <ul className="note-thread">
        {own.map((preview) => (
          <li key={preview.id}>
            <p>
              {t('preview.item', {
                number: preview.translation?.number ?? preview.revision,
                by: preview.by,
                at: atTime(preview.expiresAt),
              })}
            </p>
            {preview.ended === null ? (
              <CommandForm
                {...target}
                command="revokePreview"
                button={t('preview.revoke')}
                hidden={{ ...page, preview: preview.id }}
              />
            ) : (
              <p className="hint">{t(`preview.${preview.ended}`)}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
