import { previewOf } from '@rapporteur/api/public/preview';
import { segmentOf } from '@rapporteur/domain/kinds';
import { original } from '@rapporteur/domain/translation/languages';
import { PageFrame } from '@rapporteur/ui/page-frame';
import { PreviewBanner } from '@rapporteur/ui/preview-banner';
import { hrefOf } from '@rapporteur/ui/record-link';
import { RecordPage } from '@rapporteur/ui/record/record-page';
import { TranslationNotice } from '@rapporteur/ui/translation-notice';
import { text } from '@rapporteur/ui/text';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { pageLanguage } from '../../lib/api';

export const dynamic = 'force-dynamic';

/** An unpublished revision or translation as it would be read. Only the server in front can name the token. */
export default async function PreviewPage() {
  const token = (await headers()).get('x-rapporteur-preview');
  const preview = token === null ? null : await previewOf(token);
  if (preview === null) notFound();
  const { record } = preview;
  const language = await pageLanguage();
  // The address of a language shows what is read in it, as any other of its addresses does.
  if (language !== original && language !== record.translation?.language) notFound();
  return (
    <>
      <title>{`${text('preview')('title', { title: record.title })} · Rapporteur`}</title>
      <meta name="robots" content="noindex, nofollow" />
      <meta name="referrer" content="no-referrer" />
      <PageFrame
        current={segmentOf(record.kind)}
        path={hrefOf(record)}
        asOf={null}
        moments={[]}
        banner={<PreviewBanner preview={preview} />}
      >
        <TranslationNotice record={record} />
        <RecordPage record={record} />
      </PageFrame>
    </>
  );
}
