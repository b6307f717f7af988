import '@rapporteur/ui/styles/tokens.css';
import './base.css';
import './desk.css';
import './queue.css';
import './record.css';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = {
  title: { default: 'Rapporteur Desk', template: '%s · Rapporteur Desk' },
  robots: { index: false, follow: false },
};

// Every page is for one person, and its scripts run by a nonce that is made anew for each answer.
export const dynamic = 'force-dynamic';

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
