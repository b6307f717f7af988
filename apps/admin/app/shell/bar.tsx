import type { ReactNode } from 'react';
import { text } from '../../i18n/text';

interface Props {
  /** Where the screen lies: the lists and records above it, the widest first. */
  way: readonly { href: string; name: string }[];
  here: string;
  children?: ReactNode;
}

/** The bar of a screen about one thing: the way to it, its name, and what goes beside them. */
export function Bar({ way, here, children }: Props) {
  return (
    <header className="bar">
      <nav className="crumbs" aria-label={text('shell')('where')}>
        <ol>
          {way.map(({ href, name }) => (
            <li key={href}>
              <a href={href}>{name}</a>
            </li>
          ))}
          <li aria-current="page">
            <h1>{here}</h1>
          </li>
        </ol>
      </nav>
      {children}
    </header>
  );
}

/** Who made something, and when, at the end of a bar. */
export function MadeBy({ children }: { children: ReactNode }) {
  return (
    <p className="bar-end hint">
      <span>{children}</span>
    </p>
  );
}
