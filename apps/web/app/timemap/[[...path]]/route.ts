import type { NextRequest } from 'next/server';
import { linkFormat } from '../../../cache/memento';
import { siteOrigin } from '../../../env';
import { publicApi } from '../../../lib/api';
import { numberOf } from '../../../lib/params';
import { writeTimeMap } from '../../../lib/time-map';
import { targetOf } from '../../../lib/time-target';

export const dynamic = 'force-dynamic';

/** The states of an address, a hundred a page, the newest page first. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ path?: string[] }> }) {
  const { path = [] } = await params;
  const target = targetOf(path);
  const before = numberOf(Object.fromEntries(request.nextUrl.searchParams), 'before');
  const moments = target && (await (await publicApi()).publication.moments({ ...target, before, limit: 100 }));
  if (moments === null || moments.items.length === 0) return new Response(null, { status: 404 });
  return new Response(writeTimeMap({ ...moments, path: `/${path.join('/')}`, before }, siteOrigin()), {
    headers: { 'content-type': linkFormat },
  });
}
