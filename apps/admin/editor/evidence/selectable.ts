import { useEffect, useRef, type RefObject } from 'react';
import type { Stretch } from './place';

/** How much of a long text is on show, in UTF-16 units; the rest is a button away. */
export const windowSize = 60_000;

/** Where the part of a long text begins that shows a place with what stands around it. */
export const windowAround = (place: number) => Math.max(0, place - windowSize / 3);

/** Lets the caret through and nothing else: what would change the text is stopped before it does. */
export function useReadOnly(holder: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = holder.current;
    if (element === null) return;
    const stop = (event: Event) => event.preventDefault();
    const events = ['beforeinput', 'drop', 'paste', 'cut'] as const;
    for (const name of events) element.addEventListener(name, stop);
    return () => {
      for (const name of events) element.removeEventListener(name, stop);
    };
  });
}

/** Tells what is selected inside an element, in UTF-16 units of its text; null for a caret alone. */
export function useSelection(holder: RefObject<HTMLElement | null>, tell: (stretch: Stretch | null) => void): void {
  const latest = useRef(tell);
  useEffect(() => {
    latest.current = tell;
  });
  useEffect(() => {
    const listen = () => {
      const element = holder.current;
      const selection = document.getSelection();
      if (element === null || selection === null || selection.rangeCount === 0) return;
      const range = selection.getRangeAt(0);
      if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return;
      const before = document.createRange();
      before.selectNodeContents(element);
      before.setEnd(range.startContainer, range.startOffset);
      const from = before.toString().length;
      latest.current(range.collapsed ? null : { from, to: from + range.toString().length });
    };
    document.addEventListener('selectionchange', listen);
    return () => document.removeEventListener('selectionchange', listen);
  }, [holder]);
}

/** Keeps a selection on show while the caret is elsewhere, without changing the text it lies in. */
export function paintSelection(element: HTMLElement | null, stretch: Stretch | null): () => void {
  const clear = () => void CSS.highlights?.delete('passage-selection');
  if (element === null || stretch === null || typeof Highlight === 'undefined') return clear;
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (at <= stretch.from && stretch.from < at + length) range.setStart(node, stretch.from - at);
    if (at < stretch.to && stretch.to <= at + length) range.setEnd(node, stretch.to - at);
    at += length;
  }
  if (!range.collapsed) CSS.highlights.set('passage-selection', new Highlight(range));
  return clear;
}
