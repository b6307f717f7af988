'use client';

import { bounds, edtfSchema, formatEdtf } from '@rapporteur/domain/edtf';
import { readDate } from '@rapporteur/domain/edtf-words';
import { RapporteurError } from '@rapporteur/domain/errors';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useField } from '../draft/context';
import { certainties, composeDate, partsOf, type Certainty, type DateParts } from './certainty';
import type { ControlProps, TextShape } from './control-props';
import { useControl } from './text-fields';

/**
 * A date as people write it, beside how sure it is. While it is typed the words stay as they are; what they are read as,
 * and what readers will see, stands below. What cannot be read is kept as typed, with the reason.
 */
export function DateField(props: ControlProps<TextShape>) {
  const t = useTranslations('editor');
  const [value, set] = useField(props.pointer);
  const [typing, setTyping] = useState<{ first?: string; last?: string }>({});
  // How sure the date is, chosen before there is a date to say it of.
  const [held, setHeld] = useState<Certainty>('on');
  const edtf = typeof value === 'string' ? value : '';
  const parts = partsOf(edtf) ?? unread(edtf, held);
  const control = useControl({
    ...props,
    describedBy: [props.describedBy, `${props.id}-reads`].filter(Boolean).join(' '),
  });

  const write = (text: string) => set(text === '' && props.shape.nullable ? null : text);
  const type = (which: 'first' | 'last', text: string) => {
    setTyping({ ...typing, [which]: text });
    setHeld(parts.certainty);
    write(readInto(parts, which, text));
  };
  const choose = (certainty: Certainty) => {
    setTyping({});
    setHeld(certainty);
    const first = parts.first || parts.last;
    if (first !== '') write(composeDate({ certainty, first, last: parts.last || first }));
  };
  const ends = parts.certainty === 'between' ? (['first', 'last'] as const) : (['first'] as const);
  return (
    <div className="date-field">
      <div className="pair">
        <select
          className="select"
          aria-label={t('date.certainty')}
          data-field={props.pointer}
          value={parts.certainty}
          onChange={(event) => choose(event.target.value as Certainty)}
        >
          {certainties.map((certainty) => (
            <option key={certainty} value={certainty}>
              {t(`date.${certainty}`)}
            </option>
          ))}
        </select>
        {ends.map((which) => (
          <input
            key={which}
            {...control}
            {...(which === 'last' ? { id: `${props.id}-last`, 'aria-label': t('date.last') } : {})}
            className="input"
            autoComplete="off"
            value={typing[which] ?? wordsOf(parts[which])}
            onChange={(event) => type(which, event.target.value)}
            onBlur={() => setTyping({})}
          />
        ))}
      </div>
      <p className="hint" id={`${props.id}-reads`} aria-live="polite">
        <Reading edtf={edtf} />
      </p>
    </div>
  );
}

/** What readers will see of a date and which days it may mean; or why it is not one. */
function Reading({ edtf }: { edtf: string }) {
  const t = useTranslations('editor');
  if (edtf === '') return t('date.example');
  const fault = faultOf(edtf);
  if (fault !== null) return <span className="icon-bad">{fault}</span>;
  const { lower, upper } = bounds(edtf);
  const day = (iso: string) => formatEdtf(iso, { style: 'short' });
  return (
    <>
      {t('date.readers', { words: formatEdtf(edtf) })}{' '}
      <span className="date-bounds">
        {lower === upper
          ? ''
          : lower === null
            ? t('date.upTo', { upper: day(upper ?? '') })
            : upper === null
              ? t('date.fromOn', { lower: day(lower) })
              : t('date.within', { lower: day(lower), upper: day(upper) })}
      </span>
    </>
  );
}

function faultOf(edtf: string): string | null {
  const parsed = edtfSchema.safeParse(edtf);
  if (parsed.success) return null;
  try {
    readDate(edtf);
  } catch (error) {
    if (error instanceof RapporteurError) return error.message;
    throw error;
  }
  return parsed.error.issues[0]?.message ?? null;
}

/** The date with what was typed in one of its places. Words that say how sure they are decide that; others leave it. */
function readInto(parts: DateParts, which: 'first' | 'last', text: string): string {
  const between = parts.certainty === 'between';
  const read = readOrNull(text);
  if (read === null) {
    const typed = { ...parts, [which]: text };
    return between && typed.first + typed.last !== '' ? composeDate(typed) : text;
  }
  if (!between && partsOf(read)?.certainty !== 'on') return read;
  return composeDate({ ...parts, [which]: read });
}

/** The places of a date that cannot be read yet, as they were typed. */
function unread(text: string, certainty: Certainty): DateParts {
  const cut = certainty === 'between' ? text.indexOf('/') : -1;
  return cut < 0
    ? { certainty, first: text, last: '' }
    : { certainty, first: text.slice(0, cut), last: text.slice(cut + 1) };
}

function readOrNull(text: string): string | null {
  try {
    return readDate(text);
  } catch (error) {
    if (error instanceof RapporteurError) return null;
    throw error;
  }
}

function wordsOf(edtf: string): string {
  return edtfSchema.safeParse(edtf).success ? formatEdtf(edtf) : edtf;
}
