import { newsAfter } from '@rapporteur/api/public/sitemap';
import { siteOrigin } from '../../env';
import { pageVersion } from '../../lib/api';
import { writeNewsSitemap } from '../../lib/sitemap';

export const dynamic = 'force-dynamic';

const twoDays = 48 * 3_600_000;

/** The articles of the last two days: what the protocol takes for news. It asks the clock, so it is kept nowhere. */
export async function GET(): Promise<Response> {
  const articles = await newsAfter(new Date(Date.now() - twoDays), await pageVersion());
  return new Response(writeNewsSitemap(articles, siteOrigin()), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
}
