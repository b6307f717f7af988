'use client';

import { blankOf } from '@rapporteur/domain/content/blank';
import type { FieldShape, ShapeOf } from '@rapporteur/domain/content/shape';
import { fieldName } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '../../app/shell/desk-icon';
import { useDraft, useIds, useStore } from '../draft/context';
import { insertItems, moveItem, removeItem, valueAt } from '../draft/draft';
import { Rests } from '../evidence/marks';
import { Control } from './control';
import { goToField } from './place';
import { Fault } from './row';
import { fieldKey } from './wording';

export interface ItemsProps {
  pointer: string;
  shape: ShapeOf<'list'>;
}

export function useLength(pointer: string): number {
  return useDraft((draft) => {
    const items = valueAt(draft, pointer);
    return Array.isArray(items) ? items.length : 0;
  });
}

/** How to add an item to a list and go to it; what is known of it already can be given. */
export function useAdd({ pointer, shape }: ItemsProps): (known?: object) => void {
  const store = useStore();
  const length = useLength(pointer);
  return (known = {}) => {
    const blank = blankOf(shape.item);
    const item = typeof blank === 'object' && blank !== null ? { ...blank, ...known } : blank;
    store.edit(`${pointer} +`, (draft) => insertItems(draft, pointer, length, [item]));
    requestAnimationFrame(() => goToField(`${pointer}/${length}`));
  };
}

/** A list of things with several fields each, one below the other; each can be moved and taken out. */
export function Items({
  children,
  add,
  ...props
}: ItemsProps & { children?: (item: string) => ReactNode; add?: string }) {
  const t = useTranslations('editor');
  const { pointer, shape } = props;
  const length = useLength(pointer);
  const addItem = useAdd(props);
  return (
    <>
      <ol className="items">
        {Array.from({ length }, (_, index) => (
          <Item key={index} list={pointer} index={index} length={length}>
            {children?.(`${pointer}/${index}`) ?? <Parts pointer={`${pointer}/${index}`} shape={shape.item} />}
          </Item>
        ))}
      </ol>
      {length < shape.most && (
        <button type="button" className="button" onClick={() => addItem()}>
          <Icon name="i-plus" /> {add ?? t('items.add')}
        </button>
      )}
    </>
  );
}

/** One item: its fields, its passages, and what can be done with it as a whole. */
export function Item({
  list,
  index,
  length,
  children,
}: {
  list: string;
  index: number;
  length: number;
  children: ReactNode;
}) {
  const t = useTranslations('editor');
  const store = useStore();
  const idOf = useIds();
  const pointer = `${list}/${index}`;
  const name = fieldName(pointer);
  const move = (to: number) => {
    store.edit(`${list} moved`, (draft) => moveItem(draft, list, index, to));
    requestAnimationFrame(() => goToField(`${list}/${to}`));
  };
  return (
    <li className="item" data-field={pointer} aria-label={name}>
      <div className="item-parts">{children}</div>
      <Fault pointer={pointer} id={idOf(pointer)} />
      <div className="item-foot">
        <Rests pointer={pointer} small />
        <span className="item-tools">
          {index > 0 && (
            <button type="button" className="tool" aria-label={t('items.up', { name })} onClick={() => move(index - 1)}>
              <Icon name="i-up" />
            </button>
          )}
          {index < length - 1 && (
            <button
              type="button"
              className="tool"
              aria-label={t('items.down', { name })}
              onClick={() => move(index + 1)}
            >
              <Icon name="i-down" />
            </button>
          )}
          <button
            type="button"
            className="tool"
            aria-label={t('items.remove', { name })}
            onClick={() => {
              store.edit(`${list} -`, (draft) => removeItem(draft, list, index));
              requestAnimationFrame(() => goToField(length > 1 ? `${list}/${Math.min(index, length - 2)}` : list));
            }}
          >
            <Icon name="i-x" />
          </button>
        </span>
      </div>
    </li>
  );
}

/** The fields of an item, each below its name. */
function Parts({ pointer, shape, only }: { pointer: string; shape: FieldShape; only?: readonly string[] }) {
  if (shape.form !== 'group') return null;
  return Object.entries(shape.fields)
    .filter(([name]) => only?.includes(name) ?? true)
    .map(([name, field]) => <Part key={name} pointer={`${pointer}/${name}`} shape={field} />);
}

/** One field of an item, below its name. `children` is a control of its own. */
export function Part({ pointer, shape, children }: { pointer: string; shape: FieldShape; children?: ReactNode }) {
  const t = useTranslations('editor');
  const { kind } = useStore();
  const id = useIds()(pointer);
  const label = t(`label.${fieldKey(kind, pointer)}`);
  const listed = shape.form === 'list' || shape.form === 'reference';
  return (
    <div className={`part part--${shape.form}`} data-field={pointer}>
      {listed ? (
        <span className="part-label">{label}</span>
      ) : (
        <label className="part-label" htmlFor={id}>
          {label}
        </label>
      )}
      {children ?? <Control pointer={pointer} shape={shape} id={id} label={listed ? fieldName(pointer) : undefined} />}
      <Fault pointer={pointer} id={id} />
    </div>
  );
}
