'use client';

import { sourceForms } from '@rapporteur/domain/content/source';
import { edtfSchema, formatEdtf } from '@rapporteur/domain/edtf';
import { readDate } from '@rapporteur/domain/edtf-words';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { AffectedView, IntakeView } from '@rapporteur/domain/intake/views';
import { fieldName, word } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useId, useState, type SyntheticEvent } from 'react';
import { api, refusalOf } from '../client/api';
import { ReferencePicker } from '../editor/reference/picker';

interface Props {
  item: IntakeView;
  affected: readonly AffectedView[];
}

/** The source of the text: what was found about it, which texts are the same, and what a new version does to passages. */
export function SourcePanel({ item, affected }: Props) {
  const t = useTranslations('intake');
  return (
    <section className="source-panel" aria-label={t('source.title')}>
      {item.origins.map(({ sameness, source, item: other }) => (
        <p key={source?.id ?? other?.id} className="notice-line">
          {t.rich(source === null ? `origin.${sameness}Item` : `origin.${sameness}`, {
            title: source?.title ?? (other?.name || t('unnamed')),
            link: (words) => <a href={source === null ? `/intake/${other?.id}` : `/records/${source.id}`}>{words}</a>,
          })}
        </p>
      ))}
      {item.warnings.map((warning) => (
        <p key={warning} className="notice-line">
          {warning}
        </p>
      ))}
      {item.sourceOf !== null && (
        <p className="notice-line">
          {t.rich('source.versionOf', {
            title: item.sourceOf.title,
            link: (words) => <a href={`/records/${item.sourceOf?.id}`}>{words}</a>,
          })}
        </p>
      )}
      {affected.length > 0 && <Affected items={affected} />}
      <details>
        <summary>{t('source.title')}</summary>
        <SourceForm item={item} />
      </details>
    </section>
  );
}

function Affected({ items }: { items: readonly AffectedView[] }) {
  const t = useTranslations('intake');
  const unsure = items.filter(({ state }) => state !== 'verified').length;
  return (
    <details open={unsure > 0}>
      <summary>{t('affected.title', { count: items.length, unsure })}</summary>
      <ul className="affected">
        {items.map(({ record, field, exact, state }) => (
          <li key={`${record.id} ${field} ${exact}`}>
            <a href={`/records/${record.id}`}>{record.title}</a>, {fieldName(field)}: {t(`affected.${state}`)}
            <q>{exact}</q>
          </li>
        ))}
      </ul>
    </details>
  );
}

const lines = ['title', 'publisher', 'author', 'language'] as const;

function SourceForm({ item }: { item: IntakeView }) {
  const t = useTranslations('intake');
  const router = useRouter();
  const id = useId();
  const [typed, setTyped] = useState({
    title: item.title ?? '',
    publisher: item.publisher ?? '',
    author: item.author ?? '',
    language: item.language ?? '',
    published: item.published === null ? '' : formatEdtf(item.published, { style: 'short' }),
    form: item.form,
  });
  const [sourceOf, setSourceOf] = useState(item.sourceOf);
  const [problem, setProblem] = useState<string | null>(null);
  const put = (part: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...part }));
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  const send = async (event: SyntheticEvent) => {
    event.preventDefault();
    try {
      const written = orNull(typed.published);
      const published = written === null || edtfSchema.safeParse(written).success ? written : readDate(written);
      await api.intake.describe.mutate({
        id: item.id,
        expectedVersion: item.lockVersion,
        title: orNull(typed.title),
        publisher: orNull(typed.publisher),
        author: orNull(typed.author),
        language: orNull(typed.language),
        published,
        form: typed.form,
        sourceOf: (sourceOf?.id ?? null) as never,
      });
      router.refresh();
    } catch (error) {
      if (error instanceof RapporteurError) return setProblem(error.message);
      const refusal = refusalOf(error);
      setProblem(
        refusal.away ? t('away') : [refusal.message, ...refusal.issues.map((issue) => issue.message)].join(' '),
      );
    }
  };
  return (
    <form className="source-form" onSubmit={(event) => void send(event)}>
      {lines.map((name) => (
        <div key={name} className="field">
          <label htmlFor={`${id}-${name}`}>{t(`source.${name}`)}</label>
          <input
            id={`${id}-${name}`}
            className="input"
            value={typed[name]}
            maxLength={500}
            onChange={(event) => put({ [name]: event.target.value })}
          />
        </div>
      ))}
      <div className="field">
        <label htmlFor={`${id}-published`}>{t('source.published')}</label>
        <input
          id={`${id}-published`}
          className="input"
          value={typed.published}
          placeholder={t('dateHint')}
          onChange={(event) => put({ published: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-form`}>{t('source.form')}</label>
        <select
          id={`${id}-form`}
          className="select"
          value={typed.form}
          onChange={(event) => put({ form: sourceForms.find((one) => one === event.target.value) ?? 'other' })}
        >
          {sourceForms.map((form) => (
            <option key={form} value={form}>
              {word(form)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <span className="field-label">{t('source.isVersion')}</span>
        {sourceOf === null ? (
          <ReferencePicker
            kinds={['source']}
            label={t('source.isVersion')}
            placeholder={t('source.ofItsOwn')}
            onPick={({ id: source, title }) => setSourceOf({ id: source, title })}
          />
        ) : (
          <span>
            {sourceOf.title}{' '}
            <button type="button" className="link-button" onClick={() => setSourceOf(null)}>
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
