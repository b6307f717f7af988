'use client';

import { recordKindOf } from '@rapporteur/domain/intake/proposal';
import type { SuggestionView } from '@rapporteur/domain/intake/views';
import { formatEdtf } from '@rapporteur/domain/edtf';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { ReferencePicker } from '../editor/reference/picker';
import { Icon } from '../app/shell/desk-icon';
import { iconOf } from './kind-icons';
import type { Review } from './use-review';

/** The records that a proposal may be about, the likeliest first, and a way to find another. The first has the focus. */
export function MergePanel({ review, one }: { review: Review; one: SuggestionView }) {
  const t = useTranslations('intake');
  const state = useTranslations('shell');
  const panel = useRef<HTMLDivElement>(null);
  const cancel = () => review.act({ act: 'mode', mode: 'read' });
  useEffect(() => panel.current?.querySelector<HTMLElement>('button, input')?.focus(), []);
  return (
    <div
      ref={panel}
      className="proposal-body merge-panel"
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel();
      }}
    >
      <p>
        <strong>{t(one.matches.length === 0 ? 'merge.none' : 'merge.which')}</strong>
      </p>
      <ol className="merge-matches">
        {one.matches.map((match) => (
          <li key={match.id}>
            <button type="button" className="button" onClick={() => review.merge(match.id)}>
              <Icon name={iconOf[one.kind]} />
              <span>
                {match.title}
                <small>
                  {[
                    ...match.why.map((why) => t(`why.${why}`)),
                    match.date === null ? null : formatEdtf(match.date, { style: 'short' }),
                    match.live ? null : state(`state.${match.state}`),
                  ]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </small>
              </span>
            </button>
            <a href={`/records/${match.id}`} target="_blank" rel="noreferrer">
              {t('look')}
              <span className="vh"> {match.title}</span>
            </a>
          </li>
        ))}
      </ol>
      <div className="field">
        <ReferencePicker
          kinds={[recordKindOf(one.kind)]}
          label={t('merge.other')}
          placeholder={t('merge.other')}
          onPick={({ id }) => review.merge(id)}
        />
      </div>
      <div className="acts">
        <button className="button" type="button" onClick={cancel}>
          {t('act.cancel')}
          <kbd>Esc</kbd>
        </button>
      </div>
    </div>
  );
}
