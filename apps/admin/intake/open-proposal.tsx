'use client';

import type { SuggestionView } from '@rapporteur/domain/intake/views';
import { sliceCodePoints } from '@rapporteur/domain/passage';
import { useTranslations } from 'next-intl';
import { Icon } from '../app/shell/desk-icon';
import { EditProposal } from './edit-proposal';
import { MergePanel } from './merge-panel';
import { ProposalFields } from './proposal-fields';
import type { Review } from './use-review';

interface Props {
  review: Review;
  one: SuggestionView;
  text: string;
  named: Readonly<Record<string, string>>;
}

/** The proposal that is open: what it says, what it may be on record as already, and what can be done with it. */
export function OpenProposal({ review, one, text, named }: Props) {
  const t = useTranslations('intake');
  const { state, act } = review;
  if (state.mode === 'edit') return <EditProposal review={review} one={one} named={named} />;
  if (state.mode === 'merge') return <MergePanel review={review} one={one} />;
  const words = one.passages
    .filter(({ part }) => part === 'main')
    .map(({ start, end }) => sliceCodePoints(text, start, end));
  const likely = one.matches.find((match) => match.likely);
  return (
    <div className="proposal-body">
      <blockquote className="proposal-words">{words.join(' … ')}</blockquote>
      <ProposalFields one={one} suggestions={state.suggestions} named={named} />
      {one.reason !== '' && <p className="hint proposal-reason">{t('because', { reason: one.reason })}</p>}
      {likely !== undefined && one.decision === null && (
        <div className="match">
          <Icon name="i-merge" />
          <span>
            {t.rich('onRecord', {
              title: likely.title,
              why: likely.why.map((why) => t(`why.${why}`)).join(', '),
              strong: (chunks) => <strong>{chunks}</strong>,
            })}
          </span>
          <a href={`/records/${likely.id}`} target="_blank" rel="noreferrer">
            {t('compare')}
          </a>
        </div>
      )}
      <div className="acts">
        {one.decision === null ? (
          <>
            <button className="button button--main" type="button" onClick={review.accept}>
              <Icon name="i-check" />
              {t('act.accept')}
              <kbd>A</kbd>
            </button>
            <button className="button" type="button" onClick={() => act({ act: 'mode', mode: 'edit' })}>
              <Icon name="i-edit" />
              {t('act.edit')}
              <kbd>E</kbd>
            </button>
            {one.kind !== 'provision' && (
              <button className="button" type="button" onClick={() => act({ act: 'mode', mode: 'merge' })}>
                <Icon name="i-merge" />
                {t('act.merge')}
                <kbd>M</kbd>
              </button>
            )}
            <button className="button button--bad" type="button" onClick={review.reject}>
              <Icon name="i-x" />
              {t('act.reject')}
              <kbd>R</kbd>
            </button>
          </>
        ) : (
          <>
            <button className="button" type="button" onClick={() => review.takeBack([one.id])}>
              {t('act.takeBack')}
            </button>
            <button className="button" type="button" onClick={() => act({ act: 'mode', mode: 'edit' })}>
              <Icon name="i-edit" />
              {t('act.edit')}
              <kbd>E</kbd>
            </button>
          </>
        )}
      </div>
    </div>
  );
}
