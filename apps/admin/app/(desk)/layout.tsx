import type { ReactNode } from 'react';
import { text } from '../../i18n/text';
import { desk } from '../session';
import { DeskSprite } from '../shell/desk-icon';
import { OfflineStrip } from '../shell/offline-strip';
import { Rail } from '../shell/rail';

/** The frame of the desk for someone who is signed in. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { call } = await desk();
  const me = await call.user.me({});
  return (
    <div className="desk">
      <DeskSprite />
      <a className="skip" href="#main">
        {text('shell')('skip')}
      </a>
      <Rail me={me} />
      <div className="desk-body">
        <OfflineStrip />
        {children}
      </div>
    </div>
  );
}
