'use client';

import type { Reference } from '@rapporteur/api/admin/reference';
import { choices } from '@rapporteur/domain/content/event';
import { useMutation } from '@tanstack/react-query';
import { word } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../client/api';
import { useDraft, useStore } from '../draft/context';
import { setValue } from '../draft/draft';
import { useCreate } from '../reference/create-context';
import { ReferencePicker } from '../reference/picker';
import { countChoices, readRollCall, repeated, type ReadRollCall } from './roll-call-text';

interface Looked {
  read: ReadRollCall;
  /** The actor of each name: one that was found, or that somebody chose. */
  actors: ReadonlyMap<string, string>;
  /** Names that several actors have. */
  shared: readonly string[];
}

/** Names are asked for in parts, because a query is an address. */
const atOnce = 60;

/** Takes a published list, finds its actors, counts, and puts it in the place of the roll call once it is complete. */
export function PasteRollCall({ list }: { list: string }) {
  const t = useTranslations('editor');
  const store = useStore();
  const text = useDraft(({ pasted }) => pasted);
  // A list that was kept is on show again.
  const [open] = useState(text !== '');
  const [looked, setLooked] = useState<Looked | null>(null);
  const look = useMutation({ mutationFn: lookUp, onSuccess: setLooked });
  const choose = (name: string, id: string) =>
    setLooked((now) => now && { ...now, actors: new Map(now.actors).set(name, id) });
  const take = ({ read, actors }: Looked) => {
    const entries = read.entries.flatMap(({ name, choice }) => {
      const actor = actors.get(name);
      return actor === undefined ? [] : [{ actor, choice }];
    });
    store.edit(`${list} pasted`, (draft) => ({ ...setValue(draft, list, entries), pasted: '' }));
    setLooked(null);
  };
  return (
    <details className="paste" open={open}>
      <summary>{t('rollCall.paste')}</summary>
      <label className="part-label" htmlFor="roll-call-text">
        {t('rollCall.list')}
      </label>
      <textarea
        id="roll-call-text"
        className="input"
        rows={6}
        value={text}
        onChange={(event) => {
          const { value } = event.target;
          store.edit('pasted', (draft) => ({ ...draft, pasted: value }));
          setLooked(null);
        }}
      />
      <p className="hint">{t('rollCall.forms')}</p>
      <button
        type="button"
        className="button"
        aria-disabled={text.trim() === '' || look.isPending}
        onClick={() => text.trim() !== '' && !look.isPending && look.mutate(text)}
      >
        {t('rollCall.read')}
      </button>
      {look.isError && <p className="problem">{t('pane.away')}</p>}
      {looked !== null && <Outcome looked={looked} choose={choose} take={() => take(looked)} />}
    </details>
  );
}

async function lookUp(text: string): Promise<Looked> {
  const read = readRollCall(text);
  const names = [...new Set(read.entries.map(({ name }) => name))];
  const actors = new Map<string, string>();
  const shared: string[] = [];
  for (let from = 0; from < names.length; from += atOnce) {
    const { found } = await api.reference.match.query({ kind: 'actor', names: names.slice(from, from + atOnce) });
    for (const { name, ids } of found) {
      const [only] = ids;
      if (ids.length === 1 && only !== undefined) actors.set(name, only);
      else shared.push(name);
    }
  }
  return { read, actors, shared };
}

interface OutcomeProps {
  looked: Looked;
  choose: (name: string, id: string) => void;
  take: () => void;
}

function Outcome({ looked: { read, actors, shared }, choose, take }: OutcomeProps) {
  const t = useTranslations('editor');
  const create = useCreate();
  const counts = countChoices(read.entries);
  const missing = [...new Set(read.entries.map(({ name }) => name))].filter((name) => !actors.has(name));
  const off = choices.filter((choice) => (read.stated[choice] ?? counts[choice]) !== counts[choice]);
  const twice = repeated(read.entries.map(({ name }) => actors.get(name) ?? name));
  return (
    <div className="paste-outcome" role="status">
      <p>
        {choices
          .filter((choice) => counts[choice] > 0)
          .map((choice) => t('rollCall.count', { choice: word(choice), count: counts[choice] }))
          .join(', ')}
      </p>
      {off.map((choice) => (
        <p key={choice} className="icon-bad">
          {t('rollCall.off', { choice: word(choice), stated: read.stated[choice] ?? 0, counted: counts[choice] })}
        </p>
      ))}
      {twice.length > 0 && <p className="icon-bad">{t('rollCall.twiceInList', { count: twice.length })}</p>}
      {read.unread.length > 0 && (
        <details>
          <summary className="icon-warn">{t('rollCall.unread', { count: read.unread.length })}</summary>
          <ul>
            {read.unread.slice(0, 50).map((line, index) => (
              <li key={index}>{line.slice(0, 200)}</li>
            ))}
          </ul>
        </details>
      )}
      {missing.length > 0 && <p className="icon-warn">{t('rollCall.missing', { count: missing.length })}</p>}
      <ul className="missing">
        {missing.slice(0, 30).map((name) => (
          <li key={name}>
            <span>
              {name}
              {shared.includes(name) && <small>{t('rollCall.shared')}</small>}
            </span>
            <ReferencePicker
              kinds={['actor']}
              label={t('rollCall.actorOf', { name })}
              onPick={(actor: Reference) => choose(name, actor.id)}
              onCreate={create && ((typed) => create('actor', typed || name, (id) => choose(name, id)))}
            />
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button button--main"
        aria-disabled={missing.length > 0}
        onClick={() => missing.length === 0 && take()}
      >
        {t('rollCall.take', { count: read.entries.length })}
      </button>
    </div>
  );
}
