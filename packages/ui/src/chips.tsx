import { text } from './text';

export interface Chip {
  label: string;
  /** The address without it. */
  href: string;
}

/** What a list is narrowed to; each can be taken back. */
export function Chips({ chips }: { chips: readonly Chip[] }) {
  if (chips.length === 0) return null;
  const t = text('search');
  return (
    <ul className="chips" aria-label={t('narrowedTo')}>
      {chips.map(({ label, href }) => (
        <li key={label}>
          <a className="chip" href={href} aria-label={t('takeBack', { label })}>
            {label} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
