'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, type SyntheticEvent } from 'react';
import { api, refusalOf } from '../client/api';

/** The text of a document that could not be read, as a person reads it: it is read in place of the document. */
export function PasteInstead({ id, version }: { id: string; version: number }) {
  const t = useTranslations('intake');
  const router = useRouter();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (event: SyntheticEvent) => {
    event.preventDefault();
    try {
      await api.intake.readAgain.mutate({ id, expectedVersion: version, text });
      router.refresh();
    } catch (error) {
      const refusal = refusalOf(error);
      setProblem(refusal.away ? t('away') : refusal.message);
    }
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <label htmlFor="instead-text">{t('failed.paste')}</label>
      <textarea
        id="instead-text"
        className="input"
        rows={10}
        required
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <button className="button button--main" type="submit">
        {t('failed.pasteButton')}
      </button>
    </form>
  );
}
