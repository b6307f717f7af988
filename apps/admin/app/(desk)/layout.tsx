import { kindNames, kinds } from '@rapporteur/domain/kinds';
import { word } from '@rapporteur/ui/words';
import type { ReactNode } from 'react';
import { desk } from '../session';
import { Wordmark } from '../wordmark';

/** The frame of the desk for someone who is signed in: where they can go, and who they are. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { user } = await desk();
  return (
    <div className="desk">
      <a className="skip" href="#main">
        Skip to the work
      </a>
      <nav className="rail" aria-label="Desk">
        <Wordmark />
        <ul>
          <li>
            <a href="/">Queue</a>
          </li>
        </ul>
        <h2>Records</h2>
        <ul>
          {kinds.map((kind) => (
            <li key={kind}>
              <a href={`/?kind=${kind}`}>{kindNames[kind].plural}</a>
            </li>
          ))}
        </ul>
        <div className="rail-user">
          <span className="avatar" aria-hidden="true">
            {initials(user.name)}
          </span>
          <span>
            <strong>{user.name}</strong>
            <br />
            {word(user.role)}
          </span>
          <form action="/sign-out" method="post">
            <button className="button" type="submit">
              Sign out
            </button>
          </form>
        </div>
      </nav>
      <div className="desk-body">{children}</div>
    </div>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return [words.at(0), words.length > 1 ? words.at(-1) : undefined]
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('');
}
