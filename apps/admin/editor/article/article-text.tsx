'use client';

import { Editor, type JSONContent } from '@tiptap/core';
import { EditorContent, useEditor as useTiptap, useEditorState } from '@tiptap/react';
import { kinds } from '@rapporteur/domain/kinds';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useField, useStore } from '../draft/context';
import type { ControlProps } from '../fields/control-props';
import { ReferencePicker } from '../reference/picker';
import { setBody } from './body';
import { fromEditor, toEditor } from './convert';
import { extensions } from './nodes';
import { Toolbar } from './toolbar';
import { CitationWords } from './citation-words';

/** The text of an article. What is typed goes into the draft, whose undo is the one of the whole record. */
export function ArticleText({ pointer, id, label }: Omit<ControlProps, 'shape'>) {
  const t = useTranslations('editor');
  const store = useStore();
  const [value] = useField(pointer);
  // What this editor itself has written: only other changes, such as undo, are put into it.
  const written = useRef<unknown>(value);
  const [picking, setPicking] = useState(false);
  const tiptap = useTiptap({
    extensions,
    content: toEditor(value),
    immediatelyRender: false,
    // The policy of the desk allows no style that a script writes.
    injectCSS: false,
    editorProps: {
      attributes: {
        id,
        class: 'input input-read article-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label ?? t('label.article-body'),
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
  const selected = useEditorState({
    editor: tiptap,
    selector: ({ editor }) => (editor === null ? null : citationAt(editor)),
  });
  if (tiptap === null) return <span className="ghost" />;
  return (
    <div className="article-editor" data-field={pointer}>
      <Toolbar editor={tiptap} onCite={() => setPicking(!picking)} citing={picking} />
      {picking && (
        <div className="article-pick">
          <ReferencePicker
            kinds={kinds}
            label={t('article.pick')}
            placeholder={t('article.pick')}
            autoFocus
            onPick={({ id: record, title }) => {
              setPicking(false);
              insertCitation(tiptap, record, title);
            }}
          />
          <button
            type="button"
            className="button"
            onClick={() => {
              setPicking(false);
              tiptap.commands.focus();
            }}
          >
            {t('article.cancel')}
          </button>
        </div>
      )}
      {selected !== null && <CitationWords editor={tiptap} {...selected} />}
      <EditorContent editor={tiptap} />
    </div>
  );
}

/** Puts a citation where the caret is; words that are selected become what the sentence calls the record. */
function insertCitation(editor: Editor, record: string, title: string): void {
  const { from, to } = editor.state.selection;
  const words = editor.state.doc.textBetween(from, to, ' ').trim() || title;
  editor.chain().focus().insertContent({ type: 'recordCitation', attrs: { record, words } }).run();
}

/** The record citation that is selected as a whole, if one is. */
function citationAt(editor: Editor): { record: string; words: string } | null {
  const { selection } = editor.state;
  const node = selection.$from.nodeAfter;
  if (node?.type.name !== 'recordCitation' || selection.to !== selection.from + node.nodeSize) return null;
  return { record: String(node.attrs['record']), words: String(node.attrs['words']) };
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
