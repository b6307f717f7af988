'use client';

import type { FieldShape } from '@rapporteur/domain/content/shape';
import { edtfSchema, formatEdtf } from '@rapporteur/domain/edtf';
import type { SuggestionView } from '@rapporteur/domain/intake/views';
import { silence, word } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Claims, type Claim } from './claims';
import type { FieldName } from './field-order';
import { NameField, NameList } from './name-field';

interface Props {
  name: FieldName;
  field: FieldShape;
  needed: boolean;
  value: unknown;
  one: SuggestionView;
  suggestions: readonly SuggestionView[];
  named: Readonly<Record<string, string>>;
  onChange: (value: unknown) => void;
}

/** One field of a proposal, with the control that its schema asks for. */
export function EditField(props: Props) {
  const { name, field, value, onChange } = props;
  const t = useTranslations('intake');
  const id = useId();
  const label = t(`field.${name}`);
  if (field.form === 'list' && field.item.form === 'reference') {
    const names = Array.isArray(value) ? value.map(String) : [];
    return <NameList {...props} label={label} kind={field.item.kind} names={names} />;
  }
  if (name === 'claims') {
    return <Claims {...props} label={label} claims={Array.isArray(value) ? (value as Claim[]) : []} />;
  }
  // Codes are what a gazetteer knows, and are put right in the record's own editor.
  if (field.form === 'list' || field.form === 'group') return null;
  if (field.form === 'reference') {
    return <NameField {...props} label={label} kind={field.kind} chosen={typeof value === 'string' ? value : null} />;
  }
  const text = typeof value === 'string' ? value : '';
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {field.form === 'choice' ? (
        <select
          id={id}
          className="select"
          value={text}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
        >
          {field.nullable && <option value="">{silence()}</option>}
          {field.options.map((option) => (
            <option key={option} value={option}>
              {word(option)}
            </option>
          ))}
        </select>
      ) : field.form === 'prose' ? (
        <textarea id={id} className="input" rows={3} value={text} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          id={id}
          className="input"
          value={field.form === 'date' ? shownDate(text) : text}
          placeholder={field.form === 'date' ? t('dateHint') : undefined}
          maxLength={500}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  );
}

/** A date of the record in words; what is being typed as it is typed. */
const shownDate = (text: string) =>
  /^[/\d]/.test(text) && text.length >= 10 && edtfSchema.safeParse(text).success
    ? formatEdtf(text, { style: 'short' })
    : text;
