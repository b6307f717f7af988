'use client';

import type { Editor } from '@tiptap/core';
import { useTranslations } from 'next-intl';
import { ReferenceChip } from '../reference/chip';

interface Props {
  editor: Editor;
  record: string;
  words: string;
}

/** The record that is cited, and what the sentence calls it. */
export function CitationWords({ editor, record, words }: Props) {
  const t = useTranslations('editor');
  return (
    <div className="article-pick">
      <ReferenceChip id={record} />
      <label>
        <span className="part-label">{t('article.called')}</span>
        <input
          className="input"
          value={words}
          onChange={(event) => {
            const { from } = editor.state.selection;
            editor
              .chain()
              .updateAttributes('recordCitation', { words: event.target.value })
              .setNodeSelection(from)
              .run();
          }}
        />
      </label>
    </div>
  );
}
