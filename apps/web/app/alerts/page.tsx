import { AlertForm } from '@rapporteur/ui/alerts/alert-form';
import { alertsAddress } from '@rapporteur/ui/follow';
import { text } from '@rapporteur/ui/text';
import { notFound } from 'next/navigation';
import { mailSender } from '../../env';
import { followableAt } from '../../lib/followable';
import { Frame } from '../../lib/frame';
import type { ListParams } from '../../lib/list-page';
import { textOf } from '../../lib/params';

export const dynamic = 'force-dynamic';

/** Asks to be told by mail what is new on a page. The server in front takes the form. */
export default async function AlertsPage({ searchParams }: ListParams) {
  const query = await searchParams;
  const followed = await followableAt(textOf(query, 'of') ?? '/');
  if (followed === null) notFound();
  const { title, page, feed } = followed;
  return (
    <Frame
      current={null}
      path="/alerts"
      here={alertsAddress(page)}
      title={text('alerts')('title')}
      description={title}
      hidden
    >
      <AlertForm
        title={title}
        page={page}
        feed={feed}
        sender={mailSender()}
        wrongAddress={textOf(query, 'problem') === 'email'}
      />
    </Frame>
  );
}
