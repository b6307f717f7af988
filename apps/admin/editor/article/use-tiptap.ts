import { Editor, type EditorOptions } from '@tiptap/core';
import { useEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react';

/**
 * A Tiptap editor in an element of a component. It is made once; its handlers are always those of the last render. The
 * library's own React part brings views of nodes and menus, of which nothing is needed here.
 */
export function useTiptap(options: Partial<EditorOptions>): [Editor | null, RefObject<HTMLDivElement | null>] {
  const element = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    const made = new Editor({
      ...latest.current,
      element: element.current,
      onUpdate: (event) => latest.current.onUpdate?.(event),
      onSelectionUpdate: (event) => latest.current.onSelectionUpdate?.(event),
    });
    setEditor(made);
    return () => made.destroy();
  }, []);
  return [editor, element];
}

/** What a Tiptap editor says of itself, as text, so that a component renders only when it changes. */
export function useTiptapState(editor: Editor, select: (editor: Editor) => string): string {
  return useSyncExternalStore(
    (changed) => {
      editor.on('transaction', changed);
      return () => editor.off('transaction', changed);
    },
    () => select(editor),
  );
}
