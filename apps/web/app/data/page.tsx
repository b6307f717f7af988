import { Downloads } from '@rapporteur/ui/downloads';
import { text } from '@rapporteur/ui/text';
import { siteOrigin } from '../../env';
import { publicApi } from '../../lib/api';
import { Frame } from '../../lib/frame';
import { datasetOf, DataInPage } from '../../lib/structured-data';

export const dynamic = 'force-dynamic';

/** What of the whole record there is to download. Its files are handed out by the server in front. */
export default async function DataPage() {
  const { items } = await (await publicApi()).export.list({});
  const [newest, ...older] = items;
  const t = text('downloads');
  return (
    <Frame current={null} path="/data" title={t('title')} description={t('description')}>
      <header className="record-head list-head">
        <h1>{t('title')}</h1>
        <p className="standfirst">{t('lead')}</p>
      </header>
      {newest === undefined ? (
        <section className="notice">
          <h2>{t('none.title')}</h2>
          <p>{t('none.text')}</p>
        </section>
      ) : (
        <>
          <DataInPage data={datasetOf(newest, { name: t('title'), description: t('description') })} />
          <Downloads newest={newest} older={older} origin={siteOrigin()} />
        </>
      )}
    </Frame>
  );
}
