import { addressesOf } from '@rapporteur/api/public/sitemap';
import { kinds, segmentOf } from '@rapporteur/domain/kinds';
import { siteOrigin } from '../../../env';
import { pageVersion } from '../../../lib/api';
import { writeSitemap } from '../../../lib/sitemap';

export const dynamic = 'force-dynamic';

/** The pages that are no records. */
const ownPages = ['/', ...kinds.map((kind) => `/${segmentOf(kind)}`), '/changes', '/corrections', '/data'];

/** A part of the site map. The first has the pages of the site itself as well. */
export async function GET(_request: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  const [, digits] = /^([1-9]\d{0,4})\.xml$/.exec((await params).part) ?? [];
  const part = Number(digits);
  const records = digits === undefined ? null : await addressesOf(part, await pageVersion());
  if (records === null) return new Response(null, { status: 404 });
  return new Response(writeSitemap(part === 1 ? ownPages : [], records, siteOrigin()), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
}
