import { TRPCError } from '@trpc/server';
import { hrefOf } from '@rapporteur/ui/record-link';
import { siteOrigin } from '../../../../env';
import { publicApi } from '../../../../lib/api';
import { citationFormats, citedAs } from '../../../../lib/citation';
import { readPermalink } from '../../../../lib/params';
import { provenance, provenanceFile } from '../../../../lib/provenance';

export const dynamic = 'force-dynamic';

interface Params {
  params: Promise<{ permalink: string; citation: string }>;
}

/** A revision as it is cited, in the format that the address names; or how it came to be. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const asked = await params;
  const permalink = readPermalink(asked.permalink);
  const format = Object.hasOwn(citationFormats, asked.citation) ? citationFormats[asked.citation] : undefined;
  const isProvenance = asked.citation === provenanceFile;
  if (permalink === null || (format === undefined && !isProvenance)) return new Response(null, { status: 404 });
  const { id, revision } = permalink;
  const api = await publicApi();
  const found = await orNull(api.record.permalink({ id, revision }));
  if (found === null) return new Response(null, { status: 404 });
  const { answer } = found;
  if (answer.found === 'merged') return new Response(null, { status: 308, headers: { location: hrefOf(answer.into) } });
  if (answer.found === 'withdrawn')
    return new Response('This record was withdrawn: it is not cited any more.\n', { status: 410 });
  const name = `${id}-${revision}.${asked.citation.replace('citation.', '')}`;
  if (format === undefined) {
    const history = await api.record.history({ id });
    const told = provenance(answer.record, history?.publications ?? [], siteOrigin());
    return new Response(`${JSON.stringify(told, null, 1)}\n`, { headers: { 'content-type': 'application/ld+json' } });
  }
  return new Response(format.write(citedAs(answer.record)), {
    headers: {
      'content-type': `${format.mediaType}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
}

/** A revision number beyond all that can be is one that never was. */
async function orNull<T>(answer: Promise<T | null>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof TRPCError && error.code === 'BAD_REQUEST') return null;
    throw error;
  }
}
