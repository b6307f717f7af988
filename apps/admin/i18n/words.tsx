import type { ReactNode } from 'react';
import { locale, messages, type Area } from './messages';
import { WordsProvider } from './words-provider';

/**
 * Hands the text of some areas to the client components below, so that a browser gets no more than it shows. The innermost
 * counts: name every area that the components below use.
 */
export function Words({ areas, children }: { areas: readonly Area[]; children: ReactNode }) {
  const handed = Object.fromEntries(areas.map((area) => [area, messages[area]]));
  return (
    <WordsProvider locale={locale} messages={handed}>
      {children}
    </WordsProvider>
  );
}
