'use client';

import { choices, secondChoices } from '@rapporteur/domain/content/event';
import type { ShapeOf } from '@rapporteur/domain/content/shape';
import { fieldName, word } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Icon } from '../../app/shell/desk-icon';
import { useDraft, useIds, useStore } from '../draft/context';
import { removeItem, valueAt } from '../draft/draft';
import { Control } from '../fields/control';
import { useAdd, type ItemsProps } from '../fields/items';
import { Fault } from '../fields/row';
import { useBook } from '../reference/book';
import { countChoices, type Choice } from './roll-call-text';
import { PasteRollCall } from './roll-call-paste';

interface Entry {
  actor: string;
  choice: Choice | null;
}

const none: readonly Entry[] = [];

/** A roll call: who chose what, with counts that must agree with the published ones. */
export function RollCall(props: ItemsProps) {
  const t = useTranslations('editor');
  const { pointer, shape } = props;
  const add = useAdd(props);
  const { known } = useBook();
  const [shown, setShown] = useState<Choice | 'all'>('all');
  const entries = useDraft((draft) => (valueAt(draft, pointer) as readonly Entry[] | undefined) ?? none);
  const counts = countChoices(entries);
  const second = secondChoices({ choices: entries }).filter((index) => entries[index]?.actor !== '');
  const twice = [...new Set(second.map((index) => entries[index]?.actor ?? ''))];
  return (
    <>
      {entries.length > 0 && (
        <p className="tally" role="group" aria-label={t('rollCall.show')}>
          <button type="button" className="chip" aria-pressed={shown === 'all'} onClick={() => setShown('all')}>
            {t('rollCall.all', { count: entries.length })}
          </button>
          {choices.map((choice) => (
            <button
              key={choice}
              type="button"
              className="chip"
              aria-pressed={shown === choice}
              onClick={() => setShown(choice)}
            >
              {t('rollCall.count', { choice: word(choice), count: counts[choice] })}
            </button>
          ))}
        </p>
      )}
      {twice.length > 0 && (
        <p className="field-error">
          <Icon name="i-warn" />{' '}
          {t('rollCall.twice', { names: twice.map((id) => known.get(id)?.title ?? id).join(', ') })}
        </p>
      )}
      <ol className="roll-call">
        {entries.map((entry, index) =>
          shown === 'all' || entry.choice === shown ? (
            <Row
              key={`${entry.actor} ${index}`}
              list={pointer}
              index={index}
              shape={shape.item as ShapeOf<'group'>}
              second={second.includes(index)}
            />
          ) : null,
        )}
      </ol>
      <div className="acts">
        <button type="button" className="button" onClick={() => add()}>
          <Icon name="i-plus" /> {t('rollCall.add')}
        </button>
      </div>
      <PasteRollCall list={pointer} />
    </>
  );
}

interface RowProps {
  list: string;
  index: number;
  shape: ShapeOf<'group'>;
  /** Whether its actor has a choice above already, which the command would refuse. */
  second: boolean;
}

function Row({ list, index, shape, second }: RowProps) {
  const t = useTranslations('editor');
  const store = useStore();
  const idOf = useIds();
  const pointer = `${list}/${index}`;
  const name = fieldName(pointer);
  return (
    <li data-field={pointer}>
      {Object.entries(shape.fields).map(([part, field]) => (
        <div key={part}>
          <Control
            pointer={`${pointer}/${part}`}
            shape={field}
            id={idOf(`${pointer}/${part}`)}
            label={fieldName(`${pointer}/${part}`)}
          />
          <Fault pointer={`${pointer}/${part}`} id={idOf(`${pointer}/${part}`)} />
        </div>
      ))}
      <button
        type="button"
        className="tool"
        aria-label={t('items.remove', { name })}
        onClick={() => store.edit(`${list} -`, (draft) => removeItem(draft, list, index))}
      >
        <Icon name="i-x" />
      </button>
      {second && (
        <p className="field-error">
          <Icon name="i-warn" /> {t('rollCall.second')}
        </p>
      )}
    </li>
  );
}
