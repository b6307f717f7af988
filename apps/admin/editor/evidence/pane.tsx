'use client';

import { fieldName } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useEditor } from '../draft/context';
import { ReferencePicker } from '../reference/picker';
import { useCreate } from '../reference/create-context';
import { Ghost } from './ghost';
import { usePane, usePaneState } from './pane-state';
import { CitedSources } from './cited-sources';

/** Reading is loaded with the first source that is opened. Where it cannot be, the rest of the editor stays as it is. */
const OpenSource = dynamic(
  () =>
    import('./open-source').then(
      (module) => module.OpenSource,
      () => Away,
    ),
  { ssr: false, loading: Ghost },
);

function Away() {
  const t = useTranslations('editor');
  return <p className="problem">{t('pane.away')}</p>;
}

/** Where passages are picked: a source is chosen, read, and its words are attached to the field that has the caret. */
export function EvidencePane() {
  const t = useTranslations('editor');
  const field = useEditor(({ focused }) => focused);
  const pane = usePane();
  const create = useCreate();
  const { source } = usePaneState();
  return (
    <section aria-label={t('pane.title')} className="pick">
      <h2>{field === null ? t('pane.title') : t('pane.titleFor', { field: fieldName(field) })}</h2>
      <CitedSources />
      <ReferencePicker
        kinds={['source']}
        label={t('pane.source')}
        placeholder={t('pane.another')}
        onPick={({ id }) => pane.open(id, null)}
        onCreate={create && ((typed) => create('source', typed, (id) => pane.open(id, null)))}
      />
      {source === null ? <p className="hint">{t('pane.empty')}</p> : <OpenSource key={source} id={source} />}
    </section>
  );
}
