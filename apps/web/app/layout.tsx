import '@rapporteur/ui/styles/site.css';
import { Sprite } from '@rapporteur/ui/glyph';
import type { Viewport } from 'next';
import type { ReactNode } from 'react';
import { text } from '@rapporteur/ui/text';
import { isCard, pageLanguage } from '../lib/api';

// Every page is rendered on request; the server in front decides what may be kept.
export const dynamic = 'force-dynamic';

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfbf9' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1217' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const language = await pageLanguage();
  const t = text('frame');
  // A card stands in a page of somebody else's: nothing is around it, and nothing runs in it.
  if (await isCard())
    return (
      <html lang={language}>
        <body className="site site--card">
          <Sprite />
          {children}
        </body>
      </html>
    );
  return (
    <html lang={language}>
      <body className="site">
        <Sprite />
        <a className="skip" href="#main">
          {t('skip')}
        </a>
        {children}
        <script type="module" src="/assets/search.js" />
      </body>
    </html>
  );
}
