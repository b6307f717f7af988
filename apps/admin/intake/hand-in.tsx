'use client';

import type { SentView } from '@rapporteur/domain/intake/views';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { api, refusalOf } from '../client/api';

/** How many records are handed in at once; the server has the same bound. */
const mostAtOnce = 200;

/** Of a text that was drafted a moment ago: hands in for review, in one step, its source and the drafts that lack nothing. */
export function HandIn({ sent }: { sent: SentView }) {
  const t = useTranslations('intake');
  const [handedIn, setHandedIn] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  // What comes next after sending is a press away.
  useEffect(() => button.current?.focus(), []);
  const ready = sent.records.filter(({ complete }) => complete);
  // Nobody can have changed what was drafted a moment ago without opening it; if somebody has, that is refused.
  const items = [...(sent.isNew ? [sent.source] : []), ...ready.map(({ id }) => id)].map((id) => ({
    id: id as never,
    expectedVersion: 1,
  }));
  // More than that goes by the queue, part by part.
  if (items.length === 0 || items.length > mostAtOnce) return null;
  if (handedIn) {
    return (
      <p className="outcome" role="status">
        {t('sent.handedIn', { count: items.length })}
      </p>
    );
  }
  const handIn = async () => {
    try {
      await api.bulk.submit.mutate({ target: { items } });
      setHandedIn(true);
    } catch (error) {
      const refusal = refusalOf(error);
      setProblem(
        refusal.away ? t('away') : [refusal.message, ...refusal.issues.map((issue) => issue.message)].join(' '),
      );
    }
  };
  return (
    <div className="hand-in">
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <button ref={button} className="button button--main" type="button" onClick={() => void handIn()}>
        {t('sent.handIn', { count: items.length })}
      </button>
      <p className="hint">{t('sent.handInHint')}</p>
    </div>
  );
}
