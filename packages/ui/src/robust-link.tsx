import type { ReactNode } from 'react';

interface Props {
  /** Where the link leads; `original` where that adds a place on the page. */
  href: string;
  original?: string;
  /** The copy that was kept, and the instant at which it was made. */
  copy: string;
  date: string;
  children: ReactNode;
}

/**
 * A link to a page of others, which may change or go, with the copy of it that was kept and when (Robust Links 1.0). Only
 * addresses of the web become links: an address may come from a source.
 */
export function RobustLink({ href, original = href, copy, date, children }: Props) {
  if (!/^https?:\/\//.test(href)) return null;
  return (
    <a
      href={href}
      rel="nofollow noopener"
      data-originalurl={original}
      data-versionurl={copy}
      data-versiondate={date.slice(0, 10)}
    >
      {children}
    </a>
  );
}
