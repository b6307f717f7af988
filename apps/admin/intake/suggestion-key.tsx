'use client';

import { useTranslations } from 'next-intl';

const shown = ['programme', 'event', 'actor', 'statement', 'issue', 'commitment'] as const;

/** Which colour and which line stand for which kind. */
export function SuggestionKey() {
  const t = useTranslations('intake');
  return shown.map((kind) => (
    <span key={kind} className={`sug-key sug-key--${kind}`}>
      <i />
      {t(`kind.${kind}`)}
    </span>
  ));
}
