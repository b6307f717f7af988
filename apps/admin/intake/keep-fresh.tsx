'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** How often a page is asked for again while something on it is being read, in milliseconds. */
const interval = 1_500;

/** Keeps a page up to date while something on it is under way. Without scripts, it is loaded again by hand. */
export function KeepFresh({ active }: { active: boolean }) {
  const t = useTranslations('intake');
  const router = useRouter();
  useEffect(() => {
    if (!active) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, interval);
    return () => clearInterval(timer);
  }, [active, router]);
  if (!active) return null;
  return (
    <noscript>
      <p className="hint">{t('reload')}</p>
    </noscript>
  );
}
