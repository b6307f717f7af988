'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';

/** What tells two lists of the queue apart in its address. */
const listParameters = ['view', 'kind'] as const;

/** A link of the rail; it is marked while its screen, or its list of the queue, is the one on show. */
export function RailLink({ href, children }: { href: string; children: ReactNode }) {
  const path = usePathname();
  const query = useSearchParams();
  const [linkPath = '/', linkQuery] = href.split('?');
  const own = new URLSearchParams(linkQuery);
  const current =
    linkPath === '/'
      ? path === '/' && listParameters.every((name) => own.get(name) === query.get(name))
      : path === linkPath || path.startsWith(`${linkPath}/`);
  return (
    <a href={href} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  );
}
