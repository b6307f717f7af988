'use client';

import { sourceForms, sourceRights } from '@rapporteur/domain/content/source';
import { edtfSchema, formatEdtf } from '@rapporteur/domain/edtf';
import { readDate } from '@rapporteur/domain/edtf-words';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { IntakeView } from '@rapporteur/domain/intake/views';
import { word } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react';
import { api, refusalOf } from '../client/api';
import { ReferencePicker } from '../editor/reference/picker';

const writtenOf = (item: IntakeView) => ({
  title: item.title ?? '',
  publisher: item.publisher ?? '',
  author: item.author ?? '',
  language: item.language ?? '',
  published: item.published === null ? '' : formatEdtf(item.published, { style: 'short' }),
  licence: item.licence ?? '',
  form: item.form,
  rights: item.rights,
});
type Written = ReturnType<typeof writtenOf>;

interface Props {
  item: IntakeView;
  summons: number;
  /** Resolves when what was decided of the proposals is kept: the page is read anew after that, and not before. */
  settled: () => Promise<unknown>;
  /** Told whether something is written here that is not kept: with that the form must not go away. */
  onWritten: (written: boolean) => void;
}

/** What is said of the source, to be put right before it is drafted. Kept, the page is read anew. */
export function SourceForm({ item, summons, settled, onWritten }: Props) {
  const t = useTranslations('intake');
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [written, setWritten] = useState(() => writtenOf(item));
  const [sourceOf, setSourceOf] = useState(item.sourceOf);
  const [problem, setProblem] = useState<string | null>(null);
  const sending = useRef(false);
  const put = (part: Partial<Written>) => {
    setWritten((before) => ({ ...before, ...part }));
    onWritten(true);
  };
  const choose = (source: typeof sourceOf) => {
    setSourceOf(source);
    onWritten(true);
  };
  useEffect(() => {
    if (summons > 0) form.current?.querySelector<HTMLElement>('input')?.focus();
  }, [summons]);

  const send = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (sending.current) return;
    sending.current = true;
    try {
      await settled();
      await api.intake.describe.mutate({
        id: item.id,
        expectedVersion: item.lockVersion,
        ...readOf(written),
        sourceOf: (sourceOf?.id ?? null) as never,
      });
      onWritten(false);
      router.refresh();
    } catch (error) {
      if (error instanceof RapporteurError) return setProblem(error.message);
      const refusal = refusalOf(error);
      setProblem(
        refusal.away ? t('away') : [refusal.message, ...refusal.issues.map((issue) => issue.message)].join(' '),
      );
    } finally {
      sending.current = false;
    }
  };
  const keys = (event: KeyboardEvent) => {
    // The step that is open is finished first.
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.current?.requestSubmit();
  };
  const line = (name: 'title' | 'publisher' | 'author' | 'language' | 'licence' | 'published', hint?: string) => (
    <Field label={t(`source.${name}`)} hint={hint}>
      {(id) => (
        <input
          id={id}
          className="input"
          value={written[name]}
          maxLength={500}
          placeholder={name === 'published' ? t('dateHint') : undefined}
          onChange={(event) => put({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <form ref={form} className="source-form" onSubmit={(event) => void send(event)} onKeyDown={keys}>
      {line('title', item.title === null ? t('source.untitled') : undefined)}
      {line('publisher')}
      {line('author')}
      {line('published', t('source.rereads'))}
      {line('language')}
      <Field label={t('source.form')}>
        {(id) => (
          <select
            id={id}
            className="select"
            value={written.form}
            onChange={(event) => put({ form: sourceForms.find((one) => one === event.target.value) ?? 'other' })}
          >
            {sourceForms.map((form) => (
              <option key={form} value={form}>
                {word(form)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('source.rights')} hint={t('source.rightsHint')}>
        {(id) => (
          <select
            id={id}
            className="select"
            value={written.rights}
            onChange={(event) => put({ rights: event.target.value === 'full' ? 'full' : 'passages' })}
          >
            {sourceRights.map((rights) => (
              <option key={rights} value={rights}>
                {t(`source.${rights}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {line('licence')}
      <div className="field">
        <span className="field-label">{t('source.isVersion')}</span>
        {sourceOf === null ? (
          <ReferencePicker
            kinds={['source']}
            label={t('source.isVersion')}
            placeholder={t('source.ofItsOwn')}
            onPick={({ id: source, title }) => choose({ id: source, title })}
          />
        ) : (
          <span>
            {sourceOf.title}{' '}
            <button type="button" className="link-button" onClick={() => choose(null)}>
              {t('source.notVersion')}
            </button>
          </span>
        )}
      </div>
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <button className="button" type="submit">
        {t('source.keep')}
      </button>
    </form>
  );
}

interface FieldProps {
  label: string;
  hint?: string | undefined;
  children: (id: string) => ReactNode;
}

function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint !== undefined && <p className="hint">{hint}</p>}
    </div>
  );
}

/** What was written, as it is kept. Throws `invalid_input` for a day that cannot be read. */
function readOf({ form, rights, ...lines }: Written) {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  const day = orNull(lines.published);
  return {
    title: orNull(lines.title),
    publisher: orNull(lines.publisher),
    author: orNull(lines.author),
    language: orNull(lines.language),
    licence: orNull(lines.licence),
    published: day === null || edtfSchema.safeParse(day).success ? day : readDate(day),
    form,
    rights,
  };
}
