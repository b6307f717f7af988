import { kindOfSegment } from '@rapporteur/domain/kinds';
import { slugSchema } from '@rapporteur/domain/slug';
import { redirect } from 'next/navigation';
import { attempt } from '../../attempt';
import { desk } from '../../session';

/** What readers will see is shown at the desk with the links of the public site: here they lead to the desk's records. */
export async function GET(_request: Request, { params }: { params: Promise<{ segment: string; slug: string }> }) {
  const { segment, slug } = await params;
  const kind = kindOfSegment(segment);
  const address = slugSchema.safeParse(slug);
  const { call } = await desk();
  const found =
    kind !== null && address.success ? await attempt(() => call.record.at({ kind, slug: address.data })) : null;
  if (found?.ok !== true) return new Response('There is nothing at this address.', { status: 404 });
  redirect(`/records/${found.value.id}`);
}
