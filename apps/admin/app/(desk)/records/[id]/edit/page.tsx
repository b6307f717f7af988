import { kindOfId } from '@rapporteur/domain/ids';
import { kindNames } from '@rapporteur/domain/kinds';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import '../../../../styles/editor.css';
import '../../../../styles/editor-pane.css';
import '../../../../styles/editor-parts.css';
import '../../../../styles/editor-kinds.css';
import '../../../../styles/editor-comments.css';
import { Words } from '../../../../../i18n/words';
import { text } from '../../../../../i18n/text';
import { attempt } from '../../../../attempt';
import { ProblemNotice } from '../../../../problem-notice';
import { desk } from '../../../../session';
import { LazyEditor } from '../../../../../editor/lazy-editor';
import { openEditor } from './open';

const t = text('editor');

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const kind = kindOfId((await params).id);
  return kind === null ? {} : { title: t('edit', { kind: kindNames[kind].singular }) };
}

export default async function EditPage({ params }: Props) {
  const { id } = await params;
  const kind = kindOfId(id);
  if (kind === null) notFound();
  const { call } = await desk();
  const opened = await attempt(() => openEditor(call, id, kind));
  if (!opened.ok || 'closed' in opened.value) {
    return (
      <main id="main" tabIndex={-1}>
        <div className="notice">
          <h1>{t('closed.title')}</h1>
          {opened.ok ? <p>{t(`closed.${closedBy(opened.value)}`)}</p> : <ProblemNotice problem={opened.problem} />}
          <p>
            <a href={`/records/${id}`}>{t('closed.record')}</a>
          </p>
        </div>
      </main>
    );
  }
  return (
    <Words areas={['shell', 'editor']}>
      <LazyEditor opening={opened.value} />
    </Words>
  );
}

const closedBy = (value: object): 'reviewed' | 'merged' =>
  'closed' in value && value.closed === 'merged' ? 'merged' : 'reviewed';
