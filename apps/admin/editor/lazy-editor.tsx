'use client';

import dynamic from 'next/dynamic';
import type { Opening } from './opening';

/** The editor runs in a browser only: what it opens with may be in that browser. Other screens do not load it. */
const RecordEditor = dynamic(() => import('./editor').then((module) => module.RecordEditor), {
  ssr: false,
  loading: () => (
    <main id="main" tabIndex={-1} aria-busy="true">
      <span className="ghost" />
      <span className="ghost" />
      <span className="ghost" />
    </main>
  ),
});

export function LazyEditor({ opening }: { opening: Opening }) {
  return (
    <>
      {/* React Aria writes a style sheet of one rule unless an element of this name is there; the rule stands in
          editor-parts.css, because the policy of the desk allows no style that a script writes. */}
      <template id="react-aria-pressable-style" />
      <RecordEditor opening={opening} />
    </>
  );
}
