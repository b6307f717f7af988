'use client';

import type { Editor, JSONContent } from '@tiptap/core';
import { kinds } from '@rapporteur/domain/kinds';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useField, useStore } from '../draft/context';
import { ReferencePicker } from '../reference/picker';
import { setBody } from './body';
import { fromEditor, toEditor } from './convert';
import { extensions } from './nodes';
import { useTiptap } from './use-tiptap';
import { Toolbar } from './toolbar';
import { CitationWords } from './citation-words';

/** The text of an article. What is typed goes into the draft, whose undo is the one of the whole record. */
export function ArticleText({ pointer }: { pointer: string }) {
  const t = useTranslations('editor');
  const store = useStore();
  const [value] = useField(pointer);
  // What this editor itself has written: only other changes, such as undo, are put into it.
  const written = useRef<unknown>(value);
  const [picking, setPicking] = useState(false);
  const [tiptap, element] = useTiptap({
    extensions,
    content: toEditor(value),
    // The policy of the desk allows no style that a script writes.
    injectCSS: false,
    editorProps: {
      attributes: {
        class: 'input input-read article-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t('label.article-body'),
      },
      handleKeyDown: (_, event) => {
        if (event.key !== '@') return false;
        setPicking(true);
        return true;
      },
    },
    onUpdate: ({ editor }) => {
      const body = fromEditor(editor.getJSON());
      written.current = body;
      store.edit(pointer, (draft) => setBody(draft, pointer, body));
    },
    onSelectionUpdate: ({ editor }) => {
      if (editor.isFocused) store.focus(placeOf(editor, pointer));
    },
  });
  useEffect(() => {
    if (tiptap === null || value === written.current) return;
    written.current = value;
    tiptap.commands.setContent(toEditor(value), { emitUpdate: false });
  }, [tiptap, value]);
  const stopPicking = () => {
    setPicking(false);
    tiptap?.commands.focus();
  };
  return (
    <div className="article-editor" data-field={pointer}>
      {tiptap !== null && <Toolbar editor={tiptap} onCite={() => setPicking(!picking)} citing={picking} />}
      {picking && (
        <div className="article-pick">
          <ReferencePicker
            kinds={kinds}
            label={t('article.pick')}
            placeholder={t('article.pick')}
            autoFocus
            onPick={({ id: record, title }) => {
              setPicking(false);
              if (tiptap !== null) insertCitation(tiptap, record, title);
            }}
          />
          <button type="button" className="button" onClick={stopPicking}>
            {t('article.cancel')}
          </button>
        </div>
      )}
      {tiptap !== null && <CitationWords editor={tiptap} />}
      <div ref={element} />
    </div>
  );
}

/** Puts a citation where the caret is; words that are selected become what the sentence calls the record. */
function insertCitation(editor: Editor, record: string, title: string): void {
  const { from, to } = editor.state.selection;
  const words = editor.state.doc.textBetween(from, to, ' ').trim() || title;
  editor.chain().focus().insertContent({ type: 'recordCitation', attrs: { record, words } }).run();
}

/** The pointer of the block with the caret; blocks without a word are not part of the record and do not count. */
function placeOf(editor: Editor, pointer: string): string {
  const at = editor.state.selection.$from.index(0);
  const blocks: JSONContent[] = editor.getJSON().content ?? [];
  const isKept = (block: JSONContent) =>
    (fromEditor({ type: 'doc', content: [block] })['content'] as { content: unknown[] }[])[0]?.content.length !== 0;
  const own = blocks[at];
  if (own === undefined || !isKept(own)) return pointer;
  return `${pointer}/content/${blocks.slice(0, at).filter(isKept).length}`;
}
