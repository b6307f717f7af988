'use client';

import { useTranslations } from 'next-intl';
import { startTransition, useActionState, useEffect, useRef, useState, type ReactNode } from 'react';
import { ProblemNotice } from '../app/problem-notice';
import { runBulk, type BulkState } from './bulk-action';
import { BulkBar } from './bulk-bar';
import type { BulkCommand } from './bulk-commands';
import type { OpenRelease } from '../app/(desk)/releases/put';
import type { Colleague } from './filter-panel';

interface Props {
  commands: readonly BulkCommand[];
  colleagues: readonly Colleague[];
  releases: readonly OpenRelease[];
  /** The query of the list, and how many it holds where all of them can be chosen. */
  query: string;
  whole: number | null;
  children: ReactNode;
}

const nothing: BulkState = { problem: null, done: null, words: '' };

/** A list whose records can be ticked and changed together. Without scripts it is an ordinary form. */
export function BulkForm({ commands, colleagues, releases, query, whole, children }: Props) {
  const t = useTranslations('queue');
  const [state, action, pending] = useActionState(runBulk, nothing);
  const [chosen, setChosen] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const count = () => setChosen(chosenIn(form.current));
  useEffect(() => {
    // What was refused stays ticked; what was done is done.
    if (state.done !== null) form.current?.reset();
    count();
  }, [state]);
  return (
    <form
      ref={form}
      className="bulk"
      action={action}
      aria-busy={pending}
      onChange={(event) => {
        const target = event.target as unknown as HTMLInputElement;
        if (target.dataset['choose'] === 'page') tickAll(form.current, target.checked);
        count();
      }}
      onSubmit={(event) => {
        // Sent by hand: a form whose action React runs is emptied also when it was refused.
        event.preventDefault();
        if (pending) return;
        const sent = new FormData(event.currentTarget);
        startTransition(() => action(sent));
      }}
    >
      <div role="status">
        {state.done !== null && (
          <p className="outcome">
            {t(`bulk.done.${state.done.command}`, { count: state.done.count })}{' '}
            {state.done.release !== null && <a href={`/releases/${state.done.release}`}>{t('bulk.openRelease')}</a>}
          </p>
        )}
      </div>
      {state.problem !== null && <ProblemNotice problem={state.problem} />}
      <input type="hidden" name="query" value={query} />
      {children}
      <BulkBar
        commands={commands}
        colleagues={colleagues}
        releases={releases}
        whole={whole}
        chosen={chosen}
        words={state.words}
      />
    </form>
  );
}

function chosenIn(form: HTMLFormElement | null): number {
  if (form === null) return 0;
  const whole = form.querySelector<HTMLInputElement>('input[name="all"]:checked');
  return whole === null ? form.querySelectorAll('input[name="item"]:checked').length : Number(whole.value);
}

function tickAll(form: HTMLFormElement | null, ticked: boolean): void {
  for (const box of form?.querySelectorAll<HTMLInputElement>('input[name="item"]') ?? []) box.checked = ticked;
}
