'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useId } from 'react';
import { ProblemNotice } from '../app/problem-notice';
import { Icon } from '../app/shell/desk-icon';
import { forgetView, keepView } from './view-actions';

/** Keeps the list on show under a name. */
export function KeepView({ query }: { query: string }) {
  const t = useTranslations('queue');
  const [state, action] = useActionState(keepView, { problem: null, name: '' });
  const field = useId();
  return (
    <form action={action}>
      <input type="hidden" name="query" value={query} />
      {state.problem !== null && <ProblemNotice problem={state.problem} />}
      <div className="field">
        <label htmlFor={field}>{t('saved.name')}</label>
        <input className="input" id={field} name="name" required maxLength={80} defaultValue={state.name} />
      </div>
      <button className="button" type="submit">
        {t('saved.keep')}
      </button>
    </form>
  );
}

/** Forgets one of the lists that somebody keeps. */
export function ForgetView({ id, name }: { id: string; name: string }) {
  const t = useTranslations('queue');
  const [state, action] = useActionState(forgetView, { problem: null, name });
  return (
    <form action={action}>
      <input type="hidden" name="id" value={id} />
      {state.problem !== null && <ProblemNotice problem={state.problem} />}
      <button className="icon-button" type="submit" aria-label={t('saved.remove', { name })}>
        <Icon name="i-x" />
      </button>
    </form>
  );
}
