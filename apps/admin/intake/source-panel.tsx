'use client';

import { formatEdtf } from '@rapporteur/domain/edtf';
import type { AffectedView, IntakeView } from '@rapporteur/domain/intake/views';
import { fieldName } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SourceForm } from './source-form';

interface Props {
  item: IntakeView;
  affected: readonly AffectedView[];
  /** Whether what is said of the source is being put right. */
  open: boolean;
  onToggle: (open: boolean) => void;
  /** How often a key asked for the form: each time, it takes the focus. */
  summons: number;
  settled: () => Promise<unknown>;
}

/** The source of the text: what was found about it, which texts are the same, and what a new version does to passages. */
export function SourcePanel({ item, affected, open, onToggle, summons, settled }: Props) {
  const t = useTranslations('intake');
  const [written, setWritten] = useState(false);
  const said = [
    item.title ?? t('source.noTitle'),
    item.publisher,
    item.published === null ? t('source.noDay') : formatEdtf(item.published, { style: 'short' }),
    t(`source.${item.rights}`),
  ];
  return (
    <section className="source-panel" aria-label={t('source.about')}>
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
      <details open={open} onToggle={(event) => onToggle(event.currentTarget.open)}>
        <summary>
          {t('source.about')}: <span className="source-says">{said.filter((part) => part !== null).join(' · ')}</span>
        </summary>
        {(open || written) && <SourceForm item={item} summons={summons} settled={settled} onWritten={setWritten} />}
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
