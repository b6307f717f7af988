'use client';

import { edtfSchema, formatEdtf } from '@rapporteur/domain/edtf';
import { kindOfId } from '@rapporteur/domain/ids';
import { fieldName, word } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import { useBook } from '../reference/book';

/** Any value of a content in words: records by their names, dates as readers see them, terms as the record calls them. */
export function ValueText({ value }: { value: unknown }) {
  const t = useTranslations('editor');
  const { known } = useBook();
  if (value === null || value === '') return t('notOnRecord');
  if (typeof value === 'string') {
    if (kindOfId(value) !== null) return known.get(value)?.title ?? value;
    if (/^[\d./XY~?%-]+$/.test(value) && edtfSchema.safeParse(value).success) return formatEdtf(value);
    return /^[a-z_]+$/.test(value) ? word(value) : value;
  }
  if (typeof value !== 'object') return String(value);
  const parts = Array.isArray(value)
    ? value.map((item: unknown, index) => [String(index), item] as const)
    : Object.entries(value).filter(([, inner]) => inner !== null && !(Array.isArray(inner) && inner.length === 0));
  return (
    <ul className="value">
      {parts.map(([name, inner]) => (
        <li key={name}>
          {!Array.isArray(value) && <span className="hint">{fieldName(`/${name}`)}: </span>}
          <ValueText value={inner} />
        </li>
      ))}
    </ul>
  );
}
