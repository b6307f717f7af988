import { ConfirmAlert } from '@rapporteur/ui/alerts/alert-buttons';
import { text } from '@rapporteur/ui/text';
import { pageLanguage } from '../../../lib/api';
import { Frame } from '../../../lib/frame';

export const dynamic = 'force-dynamic';

/** What the link of the first mail opens. Opening it changes nothing; its address, with the secret, the renderer never learns. */
export default async function ConfirmPage() {
  await pageLanguage();
  const title = text('alerts')('confirm.title');
  return (
    <Frame current={null} path="/alerts" title={title} description={title} hidden>
      <ConfirmAlert />
    </Frame>
  );
}
