import { NothingHere } from '@rapporteur/ui/notices';
import { text } from '@rapporteur/ui/text';
import { pageLanguage } from '../lib/api';
import { Frame } from '../lib/frame';

export default async function NotFound() {
  await pageLanguage();
  const t = text('records');
  return (
    <Frame current={null} path="/" title={t('nothing.head')} description={t('nothing.description')} hidden>
      <NothingHere />
    </Frame>
  );
}
