'use client';

import { ReferenceField } from '../reference/field';
import { ReferenceList } from '../reference/list';
import { ChoiceField } from './choice';
import type { ControlProps } from './control-props';
import { DateField } from './date';
import { LanguageField } from './language';
import { InstantField, LineField, ProseField, YesNoField } from './text-fields';

/** The control of a field by its shape. Lists of groups and rich text have editors of their own. */
export function Control({ shape, ...props }: ControlProps) {
  switch (shape.form) {
    case 'line':
    case 'address':
    case 'fingerprint':
      return <LineField {...props} shape={shape} />;
    case 'prose':
      return <ProseField {...props} shape={shape} />;
    case 'language':
      return <LanguageField {...props} shape={shape} />;
    case 'date':
      return <DateField {...props} shape={shape} />;
    case 'instant':
      return <InstantField {...props} shape={shape} />;
    case 'choice':
      return <ChoiceField {...props} shape={shape} />;
    case 'yesNo':
      return <YesNoField {...props} shape={shape} />;
    case 'reference':
      return <ReferenceField {...props} shape={shape} />;
    case 'list':
      if (shape.item.form === 'reference') return <ReferenceList {...props} shape={shape} item={shape.item} />;
      throw new Error(`the list ${props.pointer} needs an editor of its own`);
    case 'group':
    case 'rich':
      throw new Error(`the field ${props.pointer} needs an editor of its own`);
  }
}
