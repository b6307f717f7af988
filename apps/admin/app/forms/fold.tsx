import type { ReactNode } from 'react';

/** Something that is done now and then: it is folded away until somebody asks for it. */
export function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
