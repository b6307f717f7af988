'use client';

import type { FieldShape } from '@rapporteur/domain/content/shape';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '../../app/shell/desk-icon';
import { FieldComments } from '../comments/field-comments';
import { useEditor, useFault, useIds, useStore } from '../draft/context';
import { isPart } from '../draft/store';
import { Rests } from '../evidence/marks';
import { OthersHere } from '../presence/others-here';
import { Control } from './control';
import { fieldKey, type HelpKey } from './wording';

interface Props {
  pointer: string;
  shape: FieldShape;
  /** An editor of its own, in the place of the control: it takes the whole width. */
  children?: ReactNode;
  /** What helps to fill the control, below it. */
  beside?: ReactNode;
}

/** A field of the record: its name, what is written, and what it rests on. */
export function FieldRow({ pointer, shape, children, beside }: Props) {
  const t = useTranslations('editor');
  const { kind } = useStore();
  const id = useIds()(pointer);
  const key = fieldKey(kind, pointer);
  const help = t.has(`help.${key as HelpKey}`) ? t(`help.${key as HelpKey}`) : null;
  const focused = useEditor((state) => state.focused !== null && isPart(state.focused, pointer));
  const wide = children !== undefined;
  const listed = shape.form === 'list' || shape.form === 'reference';
  const name = t(`label.${key}`);
  const hints = [shape.nullable && `${id}-optional`, help !== null && `${id}-help`].filter(Boolean).join(' ');
  return (
    <div className={['row', wide && 'row--wide', focused && 'is-focus'].filter(Boolean).join(' ')}>
      <div className="row-name">
        {wide || listed ? (
          <span className="field-label" id={`${id}-label`}>
            {name}
          </span>
        ) : (
          <label className="field-label" htmlFor={id}>
            {name}
          </label>
        )}
        {shape.nullable && (
          <span className="optional" id={`${id}-optional`}>
            {t('optional')}
          </span>
        )}
      </div>
      <div role={wide ? 'group' : undefined} aria-labelledby={wide ? `${id}-label` : undefined} data-field={pointer}>
        {children ?? (
          <Control
            pointer={pointer}
            shape={shape}
            id={id}
            label={listed ? name : undefined}
            describedBy={hints === '' ? undefined : hints}
          />
        )}
        <Fault pointer={pointer} id={id} />
        {beside}
        {help !== null && (
          <p className="hint" id={`${id}-help`}>
            {help}
          </p>
        )}
        <OthersHere pointer={pointer} />
      </div>
      <Rests pointer={pointer} />
      <FieldComments pointer={pointer} />
    </div>
  );
}

/** What is wrong with a field, beside it. */
export function Fault({ pointer, id }: { pointer: string; id: string }) {
  const t = useTranslations('editor');
  const fault = useFault(pointer);
  if (fault === null) return null;
  return (
    <p className="field-error" id={`${id}-fault`}>
      <Icon name="i-warn" /> {fault.empty ? t('needed') : fault.message}
    </p>
  );
}
