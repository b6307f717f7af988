import '@rapporteur/ui/styles/fonts.css';
import '@rapporteur/ui/styles/tokens.css';
import '@rapporteur/ui/styles/base.css';
import '@rapporteur/ui/styles/marks.css';
import '@rapporteur/ui/styles/notes.css';
import '@rapporteur/ui/styles/parts.css';
import '@rapporteur/ui/styles/frame.css';
import '@rapporteur/ui/styles/record.css';
import '@rapporteur/ui/styles/states.css';
import '@rapporteur/ui/styles/compare.css';
import './styles/tokens.css';
import './styles/parts.css';
import './styles/shell.css';
import './styles/rail.css';
import './styles/sign-in.css';
import './styles/settings.css';
import './styles/queue.css';
import './styles/queue-tools.css';
import './styles/record.css';
import './styles/compare.css';
import './styles/overlay.css';
import './styles/translation.css';
import './styles/intake.css';
import './styles/suggestions.css';
import './styles/proposals.css';
import './styles/proposal-forms.css';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { locale } from '../i18n/messages';
import { Words } from '../i18n/words';

export const metadata: Metadata = {
  title: { default: 'Rapporteur Desk', template: '%s · Rapporteur Desk' },
  robots: { index: false, follow: false },
};

// Every page is for one person, and its scripts run by a nonce that is made anew for each answer.
export const dynamic = 'force-dynamic';

export default async function RootLayout({ children }: { children: ReactNode }) {
  const policy = (await headers()).get('content-security-policy') ?? '';
  return (
    <html lang={locale}>
      <head>
        {/* Where the components that bring a rule of their own look for the nonce. */}
        <meta property="csp-nonce" nonce={/'nonce-([^']+)'/.exec(policy)?.[1]} />
      </head>
      <body>
        <Words areas={['shell']}>{children}</Words>
      </body>
    </html>
  );
}
