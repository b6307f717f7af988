'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { refusalOf } from '../../client/api';
import { useKeptWords } from './kept-words';

interface Props {
  label: string;
  button: string;
  /** Under which name the words are kept while they are not sent. */
  kept: string;
  /** Sends the words; repeated under one key, they are said once. */
  send: (body: string, idempotencyKey: string) => Promise<unknown>;
  onSent: () => void;
  onClose: () => void;
}

/** A box for words to colleagues. What was refused, or never sent, stays in it. */
export function WriteBox({ label, button, kept, send, onSent, onClose }: Props) {
  const t = useTranslations('editor');
  const id = useId();
  const [words, setWords] = useKeptWords(kept);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const saying = useMutation({
    mutationFn: () => send(words.trim(), key),
    onSuccess: () => {
      setWords('');
      onSent();
    },
  });
  const say = () => {
    if (words.trim() !== '' && !saying.isPending) saying.mutate();
  };
  return (
    <div className="write-box">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input"
        rows={3}
        maxLength={20_000}
        // The box opens because somebody asked for it, to write.
        autoFocus
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          // Other words are another comment.
          setKey(crypto.randomUUID());
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) say();
          if (event.key === 'Escape') onClose();
        }}
      />
      {saying.isError && (
        <p className="problem" role="alert">
          {reasonOf(saying.error) ?? t('told.away')}
        </p>
      )}
      <div className="acts acts--start">
        <button type="button" className="button" aria-disabled={words.trim() === '' || saying.isPending} onClick={say}>
          {button}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t('comments.close')}
        </button>
      </div>
    </div>
  );
}

/** Why the desk refused; null where it did not answer. */
export function reasonOf(error: unknown): string | null {
  const refusal = refusalOf(error);
  return refusal.away ? null : refusal.message;
}
