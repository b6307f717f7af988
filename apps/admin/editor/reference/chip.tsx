'use client';

import { kindOfId } from '@rapporteur/domain/ids';
import { useTranslations } from 'next-intl';
import { Icon } from '../../app/shell/desk-icon';
import { useReference } from './book';
import { useDetails } from './details';

interface Props {
  id: string;
  onRemove?: (() => void) | undefined;
  /** Whether to say more of it than its name. */
  full?: boolean;
}

/** A record that a field names. */
export function ReferenceChip({ id, onRemove, full = false }: Props) {
  const t = useTranslations('editor');
  const details = useDetails();
  const reference = useReference(id);
  const kind = kindOfId(id);
  const title = reference?.title ?? id;
  return (
    <span className="reference">
      <span className="chip">
        {kind !== null && <Icon name={`i-${kind}`} />}
        <a href={`/records/${id}`} target="_blank" rel="noreferrer">
          {title}
        </a>
        {onRemove !== undefined && (
          <button
            type="button"
            className="chip-remove"
            onClick={onRemove}
            aria-label={t('reference.remove', { title })}
          >
            <Icon name="i-x" />
          </button>
        )}
      </span>
      {full && reference !== undefined && <span className="hint">{details(reference)}</span>}
    </span>
  );
}
