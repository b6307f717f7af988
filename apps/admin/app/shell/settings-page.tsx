import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** What stands beside the title. */
  bar?: ReactNode;
  /** What came of the action that led here; null where none did. */
  outcome?: string | null;
  /** How its main part looks. */
  look?: 'wide' | 'narrow';
  children: ReactNode;
}

/** A page of the desk beside the work on records: what it is, what came of the last action, and what can be set. */
export function SettingsPage({ title, bar, outcome = null, look = 'wide', children }: Props) {
  return (
    <>
      <header className="bar">
        <h1>{title}</h1>
        {bar}
      </header>
      <main id="main" tabIndex={-1} className={look === 'wide' ? 'settings settings--wide' : 'settings'}>
        {outcome !== null && (
          <p className="outcome" role="status">
            {outcome}
          </p>
        )}
        {children}
      </main>
    </>
  );
}
