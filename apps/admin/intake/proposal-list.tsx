'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { SuggestionView } from '@rapporteur/domain/intake/views';
import { Icon, type IconName } from '../app/shell/desk-icon';
import { iconOf } from './kind-icons';
import { missingIn, titleIn } from './names';
import { OpenProposal } from './open-proposal';
import { shownIn } from './review-state';
import type { Review } from './use-review';

interface Props {
  review: Review;
  text: string;
  named: Readonly<Record<string, string>>;
  /** The day on which the text came out. */
  published: string | null;
}

/** The proposals in the order of the text, one of them open. */
export function ProposalList({ review, text, named, published }: Props) {
  const { state, act } = review;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [state.open]);
  return (
    <ol className="proposals" ref={list}>
      {shownIn(state).map((one) => {
        const isOpen = one.id === state.open;
        return (
          <li
            key={one.id}
            className={`proposal proposal--${one.kind}`}
            data-done={one.decision !== null || undefined}
            data-rejected={one.decision === 'rejected' || undefined}
            aria-current={isOpen || undefined}
          >
            <div className="proposal-head">
              <span className="n">{one.number}</span>
              <Kind one={one} />
              <button
                type="button"
                className="title"
                aria-expanded={isOpen}
                onClick={() => act({ act: 'open', id: one.id })}
              >
                {titleIn(one, state.suggestions, named)}
              </button>
              <Outcome one={one} suggestions={state.suggestions} published={published} />
            </div>
            {isOpen && (
              <OpenProposal key={`${one.id} ${state.mode}`} review={review} one={one} text={text} named={named} />
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Kind({ one }: { one: SuggestionView }) {
  const t = useTranslations('intake');
  return (
    <span className="kind">
      <Icon name={iconOf[one.kind]} />
      {t(`kind.${one.kind}`)}
    </span>
  );
}

const outcomeIcons: Record<NonNullable<SuggestionView['decision']>, IconName> = {
  accepted: 'i-check',
  edited: 'i-edit',
  merged: 'i-merge',
  rejected: 'i-x',
};

interface OutcomeProps {
  one: SuggestionView;
  suggestions: readonly SuggestionView[];
  published: string | null;
}

function Outcome({ one, suggestions, published }: OutcomeProps) {
  const t = useTranslations('intake');
  const isDrafted = one.decision === 'accepted' || one.decision === 'edited';
  const missing = isDrafted ? missingIn(one, suggestions, published) : [];
  if (missing.length > 0) {
    return (
      <span className="proposal-outcome icon-warn">
        <Icon name="i-warn" />
        {t('lacks', { fields: missing.map((name) => t(`field.${name}`).toLowerCase()).join(', ') })}
      </span>
    );
  }
  if (one.decision !== null) {
    return (
      <span className={`proposal-outcome is-${one.decision}`}>
        <Icon name={outcomeIcons[one.decision]} />
        {t(one.rejectedBefore ? 'decision.before' : `decision.${one.decision}`)}
      </span>
    );
  }
  if (one.byHand) return <span className="hint">{t('byHand')}</span>;
  // A position is an inference from a statement, and as sure as that.
  const rests = one.kind === 'position' ? one.payload['statement'] : null;
  const from = suggestions.find(({ number }) => rests === `#${number}`);
  if (from !== undefined) return <span className="hint">{t('follows', { number: from.number })}</span>;
  if (one.surety !== 'check') return <span className="hint">{t(`surety.${one.surety}`)}</span>;
  return (
    <span className="hint icon-warn">
      <Icon name="i-warn" /> {t(one.kind === 'statement' ? 'surety.checkSpeaker' : 'surety.check')}
    </span>
  );
}
