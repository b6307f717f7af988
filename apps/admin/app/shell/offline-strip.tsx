'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { Icon } from './desk-icon';

/** Says so while this browser has no connection. The region is always there, so that its words are announced. */
export function OfflineStrip() {
  const t = useTranslations('shell');
  const online = useSyncExternalStore(subscribe, () => navigator.onLine, alwaysOnline);
  return (
    <div role="status">
      {!online && (
        <p className="offline">
          <Icon name="i-warn" />
          {t('offline')}
        </p>
      )}
    </div>
  );
}

const alwaysOnline = () => true;

function subscribe(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}
