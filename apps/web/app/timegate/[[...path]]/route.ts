import { formatStamp } from '@rapporteur/domain/instant';
import { publicApi } from '../../../lib/api';
import { targetOf } from '../../../lib/time-target';

export const dynamic = 'force-dynamic';

/**
 * From when on an address has states, and the newest change of the whole record, after which it stands as it is now. What
 * asked for which instant only the server in front knows: it keeps this answer, and chooses.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ path?: string[] }> }) {
  const target = targetOf((await params).path ?? []);
  const api = await publicApi();
  const moments = target && (await api.publication.moments({ ...target, limit: 1 }));
  const { recordedAt } = await api.status.get({});
  if (moments === null || recordedAt === null) return new Response(null, { status: 404 });
  const bounds = [moments.first, recordedAt].map((at) => formatStamp(new Date(at)));
  return new Response(bounds.join(' '), { headers: { 'content-type': 'text/plain' } });
}
