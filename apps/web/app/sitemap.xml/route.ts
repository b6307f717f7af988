import { partsOf } from '@rapporteur/api/public/sitemap';
import { siteOrigin } from '../../env';
import { pageVersion } from '../../lib/api';
import { writeSitemapIndex } from '../../lib/sitemap';

export const dynamic = 'force-dynamic';

/** The site map: where its parts are. */
export async function GET(): Promise<Response> {
  const parts = await partsOf(await pageVersion());
  const addresses = Array.from({ length: parts }, (_, index) => `${siteOrigin()}/sitemap/${index + 1}.xml`);
  return new Response(writeSitemapIndex(addresses), { headers: { 'content-type': 'application/xml; charset=utf-8' } });
}
