'use client';

import { escapeSegment } from '@rapporteur/domain/json-pointer';
import { languageNames, type Language } from '@rapporteur/domain/translation/languages';
import { useTranslations } from 'next-intl';
import { useActionState, useId, useRef, type ReactNode } from 'react';
import { untouched } from '../../../../../forms/form-state';
import { ProblemNotice } from '../../../../../problem-notice';
import { saveTexts } from './actions';
import { useKeptTexts } from './kept-texts';

/** A field of the original, and its text in the other language. */
interface TextField {
  field: string;
  form: 'line' | 'prose' | 'marked';
  label: string;
  value: string;
  /** Whether the text is a name that the record holds already, and nobody has taken over yet. */
  suggested: boolean;
  original: ReactNode;
}

interface Props {
  userId: string;
  id: string;
  language: Language;
  version: number;
  base: number;
  /** Whether the form shows what was saved a moment ago. */
  saved: boolean;
  readOnly: boolean;
  fields: readonly TextField[];
}

/** All texts of a translation as one form. Without scripts it is an ordinary form; refused, it keeps what was typed. */
export function TranslationForm({ userId, id, language, version, base, saved, readOnly, fields }: Props) {
  const t = useTranslations('translation');
  const [state, action, pending] = useActionState(saveTexts, untouched);
  const form = useRef<HTMLFormElement>(null);
  const notice = useRef<HTMLDivElement>(null);
  const kept = useKeptTexts(`rapporteur:translation:${userId}:${id}:${language}`, saved, form, notice);
  const { problem, typed } = state;
  const clashes = fields.filter(({ field }) => `clash:${field}` in typed);
  const newer = typed['version'] !== undefined;
  const faults = new Map(problem?.issues.map(({ path, message }) => [path, message]));
  return (
    <form ref={form} action={action} aria-busy={pending} onInput={({ currentTarget }) => kept.keep(currentTarget)}>
      {Object.entries({ id, language, version: typed['version'] ?? version, base }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div ref={notice} className="outcome" role="status" hidden>
        <p>{t('kept.title')}</p>
        <p className="acts">
          <button className="button" type="button" onClick={kept.drop}>
            {t('kept.drop')}
          </button>
        </p>
      </div>
      {problem !== null && <ProblemNotice problem={{ ...problem, issues: named(problem.issues, fields) }} />}
      {newer && <p className="refuse">{t('conflict.explain', { count: clashes.length })}</p>}
      {fields.map((field) => (
        <Row
          key={field.field}
          field={field}
          language={language}
          value={typed[`text:${field.field}`] ?? field.value}
          was={typed[`was:${field.field}`] ?? field.value}
          theirs={`clash:${field.field}` in typed ? (typed[`theirs:${field.field}`] ?? '') : null}
          joined={`joined:${field.field}` in typed}
          fault={faults.get(`/texts/${escapeSegment(field.field)}`)}
          readOnly={readOnly}
        />
      ))}
      {!readOnly && (
        <p className="acts">
          <button className="button button--main" type="submit">
            {t('save')}
          </button>
        </p>
      )}
    </form>
  );
}

interface RowProps {
  field: TextField;
  language: Language;
  value: string;
  /** What it said when the form was opened, so that it can be told who has changed it since. */
  was: string;
  /** What somebody else has saved meanwhile, where both changed it. */
  theirs: string | null;
  /** Whether the text is one that somebody else has saved meanwhile, and this side had left alone. */
  joined: boolean;
  fault: string | undefined;
  readOnly: boolean;
}

function Row({ field: { field, form, label, suggested, original }, language, ...row }: RowProps) {
  const { value, was, theirs, joined, fault, readOnly } = row;
  const t = useTranslations('translation');
  const id = useId();
  const { english } = languageNames[language];
  const hint =
    fault ??
    (joined ? t('conflict.joined') : null) ??
    (form === 'marked' && /<\d+>/.test(value) ? t('tags') : suggested ? t('suggested', { language: english }) : null);
  const common = {
    id,
    className: 'input',
    name: `text:${field}`,
    lang: language,
    defaultValue: value,
    readOnly,
    'aria-invalid': fault !== undefined || undefined,
    'aria-describedby': hint === null ? undefined : `${id}-hint`,
  };
  return (
    <div className="translation-row">
      <div>
        <p className="field-label">{label}</p>
        {original}
      </div>
      <div className="field">
        <label htmlFor={id}>{t('field', { field: label, language: english })}</label>
        {form === 'line' ? (
          <input {...common} type="text" maxLength={500} autoComplete="off" />
        ) : (
          <textarea {...common} rows={Math.min(14, Math.max(3, Math.ceil(value.length / 55)))} maxLength={20_000} />
        )}
        <input type="hidden" name={`was:${field}`} value={was} />
        {theirs !== null && <Which field={field} label={label} language={language} theirs={theirs} />}
        {hint !== null && (
          <p id={`${id}-hint`} className={fault === undefined ? 'hint' : 'field-error'}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

/** A field that both have changed: the text above, or the one that somebody else has saved. */
function Which({ field, label, language, theirs }: { field: string; label: string; language: string; theirs: string }) {
  const t = useTranslations('translation');
  return (
    <fieldset className="which">
      <legend className="vh">{t('conflict.which', { field: label })}</legend>
      <input type="hidden" name={`theirs:${field}`} value={theirs} />
      <label>
        <input type="radio" name={`take:${field}`} value="mine" required /> {t('conflict.mine')}
      </label>
      <label>
        <input type="radio" name={`take:${field}`} value="theirs" required /> {t('conflict.theirs')}
      </label>
      <p className="translation-words" lang={theirs === '' ? undefined : language}>
        {theirs === '' ? <em>{t('conflict.blank')}</em> : theirs}
      </p>
    </fieldset>
  );
}

/** Faults under the names of their fields, as the form shows them. */
const named = (issues: readonly { path: string; message: string }[], fields: readonly TextField[]) =>
  issues.map(({ path, message }) => ({
    path: fields.find(({ field }) => `/texts/${escapeSegment(field)}` === path)?.label ?? path,
    message,
  }));
