'use client';

import { useMutation } from '@tanstack/react-query';
import { fieldName } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { atTime } from '../../app/wording';
import { api } from '../../client/api';
import { useThreads, type Thread } from './threads';
import { reasonOf, WriteBox } from './write';

/** An open thread: what was said, and to answer or settle it. `about` names the part of the field that is meant. */
export function OpenThread({ thread, about }: { thread: Thread; about: string | null }) {
  const t = useTranslations('editor');
  const { reload } = useThreads();
  const [answering, setAnswering] = useState(false);
  const settling = useMutation({
    mutationFn: () => api.comment.resolve.mutate({ threadId: thread.id }),
    onSuccess: reload,
  });
  const by = { name: thread.author.name };
  return (
    <li className="field-thread">
      {about !== null && <p className="hint">{fieldName(about)}</p>}
      {thread.quote !== null && (
        <blockquote>
          <mark className="passage">{thread.quote.exact}</mark>
        </blockquote>
      )}
      {[thread, ...thread.replies].map((said) => (
        <div key={said.id}>
          <p>
            <strong>{said.author.name}</strong>{' '}
            <time className="hint" dateTime={said.createdAt}>
              {atTime(said.createdAt)}
            </time>
          </p>
          <p className="said">{said.body}</p>
        </div>
      ))}
      {answering && (
        <WriteBox
          label={t('comments.answerTo', by)}
          button={t('comments.answer')}
          kept={thread.id}
          send={(body, idempotencyKey) => api.comment.reply.mutate({ threadId: thread.id, body, idempotencyKey })}
          onSent={() => {
            setAnswering(false);
            void reload();
          }}
          onClose={() => setAnswering(false)}
        />
      )}
      {settling.isError && (
        <p className="problem" role="alert">
          {reasonOf(settling.error) ?? t('told.away')}
        </p>
      )}
      {/* Not while an answer is written: one that arrives after a thread is settled opens it again. */}
      {!answering && (
        <p className="acts acts--start">
          <button
            type="button"
            className="link-button"
            aria-label={t('comments.answerTo', by)}
            onClick={() => setAnswering(true)}
          >
            {t('comments.answer')}
          </button>
          <button
            type="button"
            className="link-button"
            aria-label={t('comments.settleOf', by)}
            onClick={() => settling.mutate()}
          >
            {t('comments.settle')}
          </button>
        </p>
      )}
    </li>
  );
}
