'use client';

import type { ShapeOf } from '@rapporteur/domain/content/shape';
import { word } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import { useField } from '../draft/context';
import type { ControlProps } from './control-props';
import { useControl } from './text-fields';

interface Props extends ControlProps<ShapeOf<'choice'>> {
  /** The terms that can be chosen now; one that is chosen already stays on show. */
  allowed?: readonly string[];
  /** Does more than write the term. */
  onChoose?: (term: string | null) => void;
}

/** One term of a few. Until somebody chooses, nothing is chosen: the desk does not decide by what stands first. */
export function ChoiceField({ allowed, onChoose, ...props }: Props) {
  const t = useTranslations('editor');
  const [value, set] = useField(props.pointer);
  const chosen = typeof value === 'string' ? value : '';
  const options = props.shape.options.filter((option) => option === chosen || (allowed?.includes(option) ?? true));
  return (
    <select
      {...useControl(props)}
      className="select"
      value={chosen}
      onChange={(event) => (onChoose ?? set)(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">{props.shape.nullable ? t('notOnRecord') : t('choose')}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {word(option)}
        </option>
      ))}
    </select>
  );
}
