'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, type SubmitEvent } from 'react';
import { api, refusalOf } from '../client/api';

interface Props {
  /** What a repeated request is known by. */
  formKey: string;
  /** What was typed before, where it came back refused to a browser without scripts. */
  typed: Readonly<Record<string, string>>;
}

/** A text that is pasted. Refused, or with the desk away, it stays in the form; without scripts it is an ordinary form. */
export function PasteForm({ formKey, typed }: Props) {
  const t = useTranslations('intake');
  const router = useRouter();
  const [key, setKey] = useState(formKey);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  const send = async (form: HTMLFormElement) => {
    const fields = new FormData(form);
    const [text, published] = ['text', 'published'].map((name) => String(fields.get(name) ?? ''));
    setPending(true);
    try {
      await api.intake.takeIn.mutate({
        item: { way: 'paste', text: text ?? '', published: published || null },
        idempotencyKey: key,
      });
      form.reset();
      setProblem(null);
      setKey(crypto.randomUUID());
      router.push('/intake?taken=1');
      router.refresh();
    } catch (error) {
      const refusal = refusalOf(error);
      setProblem(
        refusal.away ? t('away') : [refusal.message, ...refusal.issues.map((issue) => issue.message)].join(' '),
      );
    } finally {
      setPending(false);
    }
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!pending) void send(event.currentTarget);
  };
  return (
    <form
      action="/intake/take-in"
      method="post"
      encType="multipart/form-data"
      className="take-in-paste"
      aria-busy={pending}
      onSubmit={submit}
    >
      <input type="hidden" name="key" value={key} />
      {problem !== null && (
        <p className="problem" role="alert">
          <strong>{problem}</strong>
        </p>
      )}
      <label htmlFor="take-in-text">{t('takeIn.paste')}</label>
      <textarea id="take-in-text" className="input" name="text" rows={9} required defaultValue={typed['text']} />
      <p className="hint">{t('takeIn.pasteHint')}</p>
      <label htmlFor="take-in-published">{t('takeIn.published')}</label>
      <input
        id="take-in-published"
        className="input take-in-day"
        type="date"
        name="published"
        defaultValue={typed['published']}
      />
      <button className="button button--main" type="submit">
        {t('takeIn.pasteButton')}
      </button>
    </form>
  );
}
