import { Trouble } from '@rapporteur/ui/notices';
import { notFound } from 'next/navigation';
import { isTrouble } from '../../../cache/trouble';
import { text } from '@rapporteur/ui/text';
import { pageLanguage } from '../../../lib/api';
import { Frame } from '../../../lib/frame';

export const dynamic = 'force-dynamic';

/**
 * What a reader sees when no page can be shown. The server in front asks for it once and keeps it; its address is not open
 * to readers. An error boundary of the framework would show nothing here, because it needs scripts to appear.
 */
export default async function TroublePage({ params }: { params: Promise<{ what: string }> }) {
  const { what } = await params;
  if (!isTrouble(what)) notFound();
  await pageLanguage();
  const t = text('pages');
  const [title, told] = [t(`trouble.${what}.title`), t(`trouble.${what}.text`)];
  return (
    <Frame current={null} path="/" title={title} description={told} hidden>
      <Trouble title={title} text={told} />
    </Frame>
  );
}
