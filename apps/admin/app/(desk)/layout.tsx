import type { ReactNode } from 'react';
import { text } from '../../i18n/text';
import { meOf, railCountsOf } from '../session';
import { DeskSprite } from '../shell/desk-icon';
import { OfflineStrip } from '../shell/offline-strip';
import { Rail } from '../shell/rail';

/** The frame of the desk for someone who is signed in. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const me = await meOf();
  // A reader has an account and nothing to work on.
  const counts = me.may.includes('desk.read') ? await railCountsOf() : null;
  return (
    <div className="desk">
      <DeskSprite />
      <a className="skip" href="#main">
        {text('shell')('skip')}
      </a>
      <Rail me={me} counts={counts} />
      <div className="desk-body">
        <OfflineStrip />
        {children}
      </div>
    </div>
  );
}
