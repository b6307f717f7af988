import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** What a screen reader says for it, where several on a page read the same. */
  label?: string;
  children: ReactNode;
}

/** Something that is done now and then, or asks before it is done: it is folded away until somebody asks for it. */
export function Fold({ title, label, children }: Props) {
  return (
    <details>
      <summary aria-label={label}>{title}</summary>
      {children}
    </details>
  );
}
