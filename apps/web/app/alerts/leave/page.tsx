import { LeaveAlert } from '@rapporteur/ui/alerts/alert-buttons';
import { text } from '@rapporteur/ui/text';
import { pageLanguage } from '../../../lib/api';
import { Frame } from '../../../lib/frame';

export const dynamic = 'force-dynamic';

/** What the link at the end of every mail opens. Opening it changes nothing: programs that check mail open links too. */
export default async function LeavePage() {
  await pageLanguage();
  const title = text('alerts')('leave.title');
  return (
    <Frame current={null} path="/alerts" title={title} description={title} hidden>
      <LeaveAlert />
    </Frame>
  );
}
