import { randomUUID } from 'node:crypto';
import type { PreviewItem } from '@rapporteur/domain/preview-views';
import { text } from '../../../../i18n/text';
import { atTime } from '../../../wording';
import { CommandForm } from './command-form';

const t = text('review');

interface Props {
  previews: readonly PreviewItem[];
  target: { id: string; version: number };
  number: number;
}

/** Links by which somebody without an account reads a version in the real site, for a while. */
export function Previews({ previews, target, number }: Props) {
  return (
    <section aria-labelledby="previews">
      <h2 id="previews">{t('preview.title')}</h2>
      <CommandForm
        {...target}
        command="preview"
        button={t('preview.make', { number })}
        hidden={{ number, once: randomUUID() }}
        answered={t('preview.made')}
      />
      <ul className="note-thread">
        {previews.map((preview) => (
          <li key={preview.id}>
            <p>{t('preview.item', { number: preview.revision, by: preview.by, at: atTime(preview.expiresAt) })}</p>
            {preview.ended === null ? (
              <CommandForm
                {...target}
                command="revokePreview"
                button={t('preview.revoke')}
                hidden={{ preview: preview.id }}
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
