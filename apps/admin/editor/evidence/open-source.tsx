'use client';

import { useQuery } from '@tanstack/react-query';
import { formatEdtf } from '@rapporteur/domain/edtf';
import { useTranslations } from 'next-intl';
import { api } from '../../client/api';
import { Attach } from './attach';
import { Ghost } from './ghost';
import { usePane, usePaneState } from './pane-state';
import { Reading } from './reading';
import { ShownPassage } from './shown';

/** A source that is read: which it is, which version of its text, and the text itself. */
export function OpenSource({ id }: { id: string }) {
  const t = useTranslations('editor');
  const pane = usePane();
  const { sha256 } = usePaneState();
  const source = useQuery({
    queryKey: ['source.get', id],
    queryFn: ({ signal }) => api.source.get.query({ id }, { signal }),
  });
  const versions = source.data?.versions ?? [];
  const open = versions.find((version) => version.sha256 === sha256) ?? versions.at(-1);
  const wanted = sha256 ?? open?.sha256 ?? '';
  const stored = useQuery({
    queryKey: ['source.text', wanted],
    queryFn: ({ signal }) => api.source.text.query({ sha256: wanted }, { signal }),
    enabled: wanted !== '',
    // A text is what its fingerprint says, for ever.
    staleTime: Infinity,
  });
  if (source.isError) return <p className="problem">{t('pane.away')}</p>;
  if (source.data === undefined) return <Ghost />;
  const { title, publisher, published, language } = source.data;
  return (
    <>
      <p className="pick-source">
        <strong>{title}</strong>
        <span className="hint">
          {[publisher, published === null ? null : formatEdtf(published, { style: 'short' })]
            .filter((part) => part !== null)
            .join(', ')}
        </span>
      </p>
      {versions.length > 1 && (
        <select
          className="select"
          aria-label={t('pane.version')}
          value={wanted}
          onChange={(event) => pane.open(id, event.target.value)}
        >
          {versions.map((version, index) => (
            <option key={version.sha256} value={version.sha256}>
              {t('pane.versionOf', { number: index + 1, count: versions.length, day: version.fetched.slice(0, 10) })}
            </option>
          ))}
        </select>
      )}
      <ShownPassage />
      {stored.isError ? (
        <p className="problem">{t('pane.noText')}</p>
      ) : stored.data === undefined ? (
        <Ghost />
      ) : (
        <>
          <Reading source={id} title={title} language={language} sha256={stored.data.sha256} text={stored.data.text} />
          <Attach text={stored.data.text} language={language} sha256={stored.data.sha256} />
        </>
      )}
    </>
  );
}
