import { AlertDone, doneTitle, isDone } from '@rapporteur/ui/alerts/alert-done';
import { notFound } from 'next/navigation';
import { pageLanguage } from '../../../../lib/api';
import { Frame } from '../../../../lib/frame';

export const dynamic = 'force-dynamic';

/** What became of a form. It says the same to everybody. */
export default async function DonePage({ params }: { params: Promise<{ what: string }> }) {
  const { what } = await params;
  if (!isDone(what)) notFound();
  await pageLanguage();
  return (
    <Frame current={null} path="/alerts" title={doneTitle(what)} description={doneTitle(what)} hidden>
      <AlertDone what={what} />
    </Frame>
  );
}
