import type { Total } from '@rapporteur/domain/views';
import type { ReactNode } from 'react';
import type { Messages } from './messages/en';
import { text } from './text';

/** How many there are, in words; where counting stopped, that there are more than were counted. */
export const totalOf = (
  { count, atLeast }: Total,
  of: 'position' | 'statement' | 'vote' | 'event' | 'record',
): string => text('lists')(`count.${of}`, { count, more: String(atLeast) });

/** Says that a list shows the newest of more, and leads to all of them. Nothing where the list is whole. */
export function More({
  total: { count, atLeast },
  shown,
  href,
  of,
}: {
  total: Total;
  shown: number;
  href: string;
  of: keyof Messages['lists']['more'];
}) {
  if (count <= shown && !atLeast) return null;
  const all = (words: ReactNode) => <a href={href}>{words}</a>;
  return <p className="hint">{text('lists').rich(`more.${of}`, { shown, count, more: String(atLeast), all })}</p>;
}
