'use client';

import type { Editor } from '@tiptap/core';
import { useTranslations } from 'next-intl';
import { ReferenceChip } from '../reference/chip';
import { useTiptapState } from './use-tiptap';

/** The record citation that is selected, and what the sentence calls it. */
export function CitationWords({ editor }: { editor: Editor }) {
  const t = useTranslations('editor');
  const selected = useTiptapState(editor, citationAt);
  if (selected === '') return null;
  const { record, words } = JSON.parse(selected) as { record: string; words: string };
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

/** The record citation that is selected as a whole, as JSON; empty where none is. */
function citationAt(editor: Editor): string {
  const { selection } = editor.state;
  const node = selection.$from.nodeAfter;
  if (node?.type.name !== 'recordCitation' || selection.to !== selection.from + node.nodeSize) return '';
  return JSON.stringify({ record: String(node.attrs['record']), words: String(node.attrs['words']) });
}
