import { languages, pathIn } from '@rapporteur/domain/translation/languages';
import { siteOrigin } from '../../env';

export const dynamic = 'force-dynamic';

/** What programs that collect pages need not read: past states without number, what is for one reader, and data twice. */
const closed = ['/api/', '/at', '/preview/', '/search?', '/timegate/', '/timemap/'];
/** Those of them that are there in every language. */
const told = ['/at', '/search?'];

export function GET(): Response {
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    ...languages.flatMap((language) => told.map((path) => `Disallow: ${pathIn(language, path)}`)),
    '',
    `Sitemap: ${siteOrigin()}/sitemap.xml`,
    `Sitemap: ${siteOrigin()}/news-sitemap.xml`,
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
