'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { bulkCommands, type BulkCommand } from './bulk-commands';
import type { OpenRelease } from '../app/(desk)/releases/put';
import type { Colleague } from './filter-panel';

interface Props {
  commands: readonly BulkCommand[];
  colleagues: readonly Colleague[];
  releases: readonly OpenRelease[];
  whole: number | null;
  chosen: number;
  words: string;
}

/** What to do with the ticked records. It shows while any is ticked; which of its fields show follows what is to be done. */
export function BulkBar({ commands, colleagues, releases, whole, chosen, words }: Props) {
  const t = useTranslations('queue');
  const [command, setCommand] = useState<BulkCommand>();
  const id = useId();
  return (
    <div className="bulk-bar" role="group" aria-label={t('bulk.label')}>
      <strong>{t('bulk.chosen', { count: chosen })}</strong>
      {whole !== null && (
        <label>
          <input type="checkbox" name="all" value={whole} /> {t('bulk.all', { count: whole })}
        </label>
      )}
      <label htmlFor={`${id}-command`}>{t('bulk.command')}</label>
      <select
        className="select"
        id={`${id}-command`}
        name="command"
        onChange={(event) => setCommand(bulkCommands.find((known) => known === event.target.value))}
      >
        <option value="" />
        {commands.map((known) => (
          <option key={known} value={known}>
            {t(`bulk.commands.${known}`)}
          </option>
        ))}
      </select>
      <span className="bulk-to">
        <label htmlFor={`${id}-to`}>{t('bulk.to')}</label>
        <select className="select" id={`${id}-to`} name="to">
          <option value="" />
          {colleagues.map((colleague) => (
            <option key={colleague.id} value={colleague.id}>
              {colleague.name}
            </option>
          ))}
        </select>
      </span>
      <span className="bulk-until">
        <label htmlFor={`${id}-until`}>{t('bulk.until')}</label>
        <input className="input" type="date" id={`${id}-until`} name="until" />
      </span>
      <span className="bulk-words">
        <label htmlFor={`${id}-words`}>{t('bulk.words')}</label>
        <input className="input" id={`${id}-words`} name="words" maxLength={4000} defaultValue={words} />
      </span>
      <span className="bulk-release">
        <label htmlFor={`${id}-release`}>{t('bulk.release')}</label>
        <select className="select" id={`${id}-release`} name="release" defaultValue={releases[0]?.id ?? ''}>
          {releases.map((release) => (
            <option key={release.id} value={release.id}>
              {release.name}
            </option>
          ))}
          <option value="">{t('bulk.newRelease')}</option>
        </select>
      </span>
      <span className="bulk-release bulk-release--name">
        <label htmlFor={`${id}-name`}>{t('bulk.releaseName')}</label>
        <input className="input" id={`${id}-name`} name="name" maxLength={200} autoComplete="off" />
      </span>
      <button className="button button--main" type="submit">
        {command === undefined
          ? t('bulk.doChosen')
          : t('bulk.do', { command: t(`bulk.commands.${command}`), count: chosen })}
      </button>
    </div>
  );
}
