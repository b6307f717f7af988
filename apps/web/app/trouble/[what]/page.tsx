import { Trouble } from '@rapporteur/ui/notices';
import { notFound } from 'next/navigation';
import { isTrouble, troubles } from '../../../cache/trouble';
import { Frame } from '../../../lib/frame';

export const dynamic = 'force-dynamic';

/**
 * What a reader sees when no page can be shown. The server in front asks for it once and keeps it; its address is not open
 * to readers. An error boundary of the framework would show nothing here, because it needs scripts to appear.
 */
export default async function TroublePage({ params }: { params: Promise<{ what: string }> }) {
  const { what } = await params;
  if (!isTrouble(what)) notFound();
  const { title, text } = troubles[what];
  return (
    <Frame current={null} path="/" title={title} description={text} hidden>
      <Trouble title={title} text={text} />
    </Frame>
  );
}
