'use client';

import { proposalKinds, type ProposalKind } from '@rapporteur/domain/intake/proposal';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Icon } from '../app/shell/desk-icon';
import { api } from '../client/api';
import { iconOf } from './kind-icons';
import type { Review } from './use-review';

/** A record proposed by hand from the words that are selected: of which kind. It is opened for editing. */
export function ProposePanel({ review, item, words }: { review: Review; item: string; words: string }) {
  const t = useTranslations('intake');
  const panel = useRef<HTMLDivElement>(null);
  const cancel = () => review.act({ act: 'propose', on: false });
  useEffect(() => panel.current?.querySelector<HTMLElement>('button')?.focus(), []);
  const propose = (kind: ProposalKind) => {
    const place = review.selection();
    if (place === null) return cancel();
    const idempotencyKey = crypto.randomUUID();
    let id = '';
    void review
      .keep(idempotencyKey, async () => {
        const made = await api.intake.propose.mutate({
          item,
          kind,
          payload: begun(kind, words),
          ...place,
          idempotencyKey,
        });
        id = made.id;
        return made;
      })
      .then((kept) => kept && review.act({ act: 'open', id, mode: 'edit' }));
  };
  return (
    <div
      ref={panel}
      className="propose"
      role="group"
      aria-label={t('propose.title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel();
      }}
    >
      <p>
        <strong>{t('propose.title')}</strong>
      </p>
      <blockquote>{words}</blockquote>
      <div className="acts">
        {proposalKinds.map((kind) => (
          <button key={kind} type="button" className="button" onClick={() => propose(kind)}>
            <Icon name={iconOf[kind]} />
            {t(`kind.${kind}`)}
          </button>
        ))}
        <button type="button" className="link-button" onClick={cancel}>
          {t('act.cancel')}
        </button>
      </div>
    </div>
  );
}

/** What a proposal by hand begins with: the words that were selected, and the first of each choice, for its maker to put right. */
function begun(kind: ProposalKind, selected: string): Record<string, unknown> {
  const prose = selected.trim().slice(0, 20_000);
  const line = prose.replaceAll(/\s+/g, ' ').slice(0, 500);
  switch (kind) {
    case 'actor':
      return { name: line, type: 'person', role: null, affiliation: null, identifiers: [] };
    case 'event':
      return { title: line, type: 'meeting', date: null, place: null, participants: [] };
    case 'programme':
      return { title: line, summary: prose, status: 'agreed', nature: null, period: null, parties: [] };
    case 'provision':
      return { subject: line, scope: 'included', force: null, programme: null };
    case 'issue':
      return { shortTitle: line, question: null };
    case 'statement':
      return {
        text: prose,
        speech: 'indirect',
        act: 'asserts',
        speaker: null,
        capacity: null,
        onBehalfOf: null,
        date: null,
        event: null,
        claims: [{ text: prose, role: 'claim', issue: null }],
      };
    case 'position':
      return { actor: null, issue: null, stance: 'supports', turn: null, date: null, summary: prose, statement: null };
    case 'commitment':
      return {
        title: line,
        summary: prose,
        owedBy: [],
        owedTo: [],
        programme: null,
        step: 'announced',
        date: null,
      };
  }
}
