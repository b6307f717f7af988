'use client';

import type { ShapeOf } from '@rapporteur/domain/content/shape';
import { useTranslations } from 'next-intl';
import { useDraft, useStore } from '../draft/context';
import { insertItems, removeItem, valueAt } from '../draft/draft';
import type { ControlProps } from '../fields/control-props';
import { ReferenceChip } from './chip';
import { useCreate } from './create-context';
import { ReferencePicker } from './picker';

interface Props extends ControlProps<ShapeOf<'list'>> {
  item: ShapeOf<'reference'>;
}

const none: readonly string[] = [];

/** Records that a field names, one after another. */
export function ReferenceList({ pointer, shape, item, id, label, describedBy }: Props) {
  const t = useTranslations('editor');
  const store = useStore();
  const create = useCreate();
  const ids = useDraft((draft) => (valueAt(draft, pointer) as readonly string[] | undefined) ?? none);
  const written = ids.filter((value) => value !== '');
  const add = (value: string) =>
    store.edit(pointer, (draft) => {
      // A list that must not be empty begins with one blank place; the first record takes it.
      const blank = ids.indexOf('');
      return insertItems(blank < 0 ? draft : removeItem(draft, pointer, blank), pointer, written.length, [value]);
    });
  return (
    <div className="chips" data-field={pointer}>
      {ids.map((value, index) =>
        value === '' ? null : (
          <ReferenceChip
            key={value}
            id={value}
            onRemove={() => store.edit(pointer, (draft) => removeItem(draft, pointer, index))}
          />
        ),
      )}
      {written.length < shape.most && (
        <ReferencePicker
          kinds={[item.kind]}
          label={label ?? t('reference.add')}
          id={id}
          describedBy={describedBy}
          placeholder={t('reference.add')}
          without={written}
          onPick={(reference) => add(reference.id)}
          onCreate={create && ((typed) => create(item.kind, typed, add))}
        />
      )}
    </div>
  );
}
