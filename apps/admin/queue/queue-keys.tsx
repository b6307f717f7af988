'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useSingleKeys } from '../app/shell/single-keys';
import { api } from '../client/api';
import { Peek } from './peek';
import { SnoozeDialog } from './snooze-dialog';
import { snoozeDays, type SnoozeDay } from './when';

/** The keys of the queue: from record to record, and what is done to the one that has the focus. */
export function QueueKeys() {
  const t = useTranslations('queue');
  const router = useRouter();
  const [peeked, setPeeked] = useState<string | null>(null);
  const [snoozed, setSnoozed] = useState<{ id: string; days: readonly SnoozeDay[] } | null>(null);
  const [said, setSaid] = useState('');

  const change = async (work: Promise<unknown>, done: string) => {
    try {
      await work;
      setSaid(done);
      router.refresh();
    } catch (error) {
      setSaid(error instanceof Error ? error.message : t('key.failed'));
    }
  };
  const withRow = (act: (row: HTMLTableRowElement, id: string) => void) => (event: KeyboardEvent) => {
    const row = currentRow();
    const id = row?.dataset['id'];
    if (row === null || id === undefined) return;
    event.preventDefault();
    act(row, id);
  };
  useSingleKeys({
    j: () => move(1),
    k: () => move(-1),
    // A ticked box and a button have a use of their own for the space bar.
    ' ': (event) => (event.target as Element).matches('a, body') && withRow((_row, id) => setPeeked(id))(event),
    x: withRow((row) => row.querySelector<HTMLInputElement>('input[name="item"]')?.click()),
    t: withRow((_row, id) => void change(api.work.take.mutate({ id }), t('key.taken'))),
    s: withRow((_row, id) => setSnoozed({ id, days: snoozeDays(new Date()) })),
    f: (event) => open('filter', event),
    n: (event) => open('new', event),
  });
  return (
    <>
      <p className="queue-said" role="status">
        {said}
      </p>
      {peeked !== null && <Peek id={peeked} onClose={() => setPeeked(null)} />}
      {snoozed !== null && (
        <SnoozeDialog
          days={snoozed.days}
          onClose={() => setSnoozed(null)}
          onChoose={(until) => void change(api.work.snooze.mutate({ id: snoozed.id, until }), t('key.snoozed'))}
        />
      )}
    </>
  );
}

const rows = () => [...document.querySelectorAll<HTMLTableRowElement>('.work tr[data-id]')];
const currentRow = () => document.activeElement?.closest<HTMLTableRowElement>('.work tr[data-id]') ?? null;

/** Moves the focus to the link of the next record, or the one before; from elsewhere, to the first or the last. */
function move(step: 1 | -1): void {
  const all = rows();
  const now = currentRow();
  const next = now === null ? all.at(step === 1 ? 0 : -1) : all[all.indexOf(now) + step];
  const link = next?.querySelector<HTMLAnchorElement>('th a');
  link?.focus();
  link?.scrollIntoView({ block: 'nearest' });
}

/** Opens a panel of the bar and goes to its first control. */
function open(panel: string, event: KeyboardEvent): void {
  const details = document.querySelector<HTMLDetailsElement>(`details[data-panel="${panel}"]`);
  if (details === null) return;
  event.preventDefault();
  details.open = true;
  details.querySelector<HTMLElement>('.bar-panel-body :is(input:not([type="hidden"]), a)')?.focus();
}
