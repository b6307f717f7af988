'use client';

import { kindNames } from '@rapporteur/domain/kinds';
import { fieldName } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { flatten } from '../app/flatten';
import { Icon } from '../app/shell/desk-icon';
import { api, type Answers } from '../client/api';

type Peeked = Answers['record']['get'];

/** How many fields are shown before somebody opens the record. */
const shown = 12;

/** A look at a record beside the list. Escape and the button close it, and the focus goes back to where it was. */
export function Peek({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations('queue');
  const shell = useTranslations('shell');
  const dialog = useRef<HTMLDialogElement>(null);
  const [record, setRecord] = useState<Peeked | Error | null>(null);
  useEffect(() => {
    dialog.current?.showModal();
    const reading = new AbortController();
    api.record.get
      .query({ id }, { signal: reading.signal })
      .then(setRecord)
      .catch((error: unknown) => {
        if (!reading.signal.aborted) setRecord(error instanceof Error ? error : new Error(t('key.failed')));
      });
    return () => reading.abort();
  }, [id, t]);
  return (
    <dialog ref={dialog} className="peek" aria-label={t('peek.title')} onClose={onClose}>
      {record === null && <p className="hint">{t('peek.reading')}</p>}
      {record instanceof Error && (
        <p className="problem" role="alert">
          {record.message}
        </p>
      )}
      {record !== null && !(record instanceof Error) && (
        <>
          <h2>{record.revisions[0]?.title}</h2>
          <p className="hint">
            {kindNames[record.record.kind].singular}, {shell(`state.${record.shown.state}`)}, {record.shown.author}
          </p>
          <Fields record={record} />
        </>
      )}
      <p className="acts">
        <a className="button button--main" href={`/records/${id}`}>
          {t('peek.open')}
          <Icon name="i-right" />
        </a>
        <button className="button" type="button" onClick={() => dialog.current?.close()}>
          {shell('key.close')}
        </button>
      </p>
    </dialog>
  );
}

function Fields({ record }: { record: Peeked }) {
  const t = useTranslations('queue');
  const rows = flatten(record.shown.content).filter(({ text }) => text !== null);
  const rest = rows.length - shown;
  return (
    <>
      <dl className="fields">
        {rows.slice(0, shown).map(({ field, text }) => (
          <div className="field-row" key={field}>
            <dt>{fieldName(field)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {rest > 0 && <p className="hint">{t('peek.rest', { count: rest })}</p>}
      {record.missingEvidence.length > 0 && (
        <p className="icon-warn">{t('next.missing', { count: record.missingEvidence.length })}</p>
      )}
    </>
  );
}
