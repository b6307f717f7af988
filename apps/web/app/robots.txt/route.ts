import { siteOrigin } from '../../env';

export const dynamic = 'force-dynamic';

/** What programs that collect pages need not read: past states without number, what is for one reader, and data twice. */
const closed = ['/api/', '/at', '/preview/', '/search?', '/timegate/', '/timemap/'];

export function GET(): Response {
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${siteOrigin()}/sitemap.xml`,
    `Sitemap: ${siteOrigin()}/news-sitemap.xml`,
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
