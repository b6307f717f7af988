import { createPublicContext } from '@rapporteur/api/public/context';
import { publicCaller } from '@rapporteur/api/public/router';
import { parseStamp } from '@rapporteur/domain/instant';
import { formatPermalink } from '@rapporteur/domain/permalink';
import type { RecordView } from '@rapporteur/domain/views';
import { pathIn } from '@rapporteur/domain/translation/languages';
import { textIn } from '@rapporteur/ui/languages';
import type { NextRequest } from 'next/server';
import { hasBegun } from '../../cache/address';
import { siteOrigin } from '../../env';
import { pageVersion } from '../../lib/api';
import { cardAddress, cardOfAddress, type AskedCard } from '../../lib/cards';
import { frameOf, readPixels, roomOf, writeOembed } from '../../lib/oembed';
import { pictureHeight, pictureWidth } from '../../share/picture-size';

export const dynamic = 'force-dynamic';

const mediaTypes = { json: 'application/json', xml: 'text/xml' } as const;

/** How a page of this site is put into pages of others (oEmbed 1.0). Of any other address there is nothing to say. */
export async function GET(request: NextRequest): Promise<Response> {
  const asked = request.nextUrl.searchParams;
  const format = asked.get('format') ?? 'json';
  if (format !== 'json' && format !== 'xml') return say(501, 'Cards are told of as json or xml.');
  const most = { width: readPixels(asked.get('maxwidth')), height: readPixels(asked.get('maxheight')) };
  if (most.width === null || most.height === null)
    return say(400, 'maxwidth and maxheight are whole numbers of pixels.');
  const card = cardOfAddress(asked.get('url') ?? '');
  if (card === null)
    return say(
      404,
      'There is no card of this address. Give the address of a programme, a statement or a board of this site.',
    );
  if (card.past !== null && !hasBegun({ begins: parseStamp(card.past.stamp) }, Date.now()))
    return say(404, 'That moment has not come yet.');
  const room = roomOf(card.kind, { width: most.width, height: most.height });
  if (room === null) return say(404, 'A card needs 200 pixels in each direction.');
  const found = await recordOf(card);
  if (found === null) return say(404, 'There is no record at this address.');
  const { record } = found;
  const title = record.title;
  const origin = siteOrigin();
  const fits = pictureWidth <= most.width && pictureHeight <= most.height;
  const picture = pathIn(card.language, `${formatPermalink(record.id, record.revisionNumber)}/share.png`);
  const answer = writeOembed[format]({
    title,
    html: frameOf(cardAddress(found.card), textIn(card.language, 'card')('frame', { title }), room),
    ...room,
    provider: { name: 'Rapporteur', url: origin },
    thumbnail: fits ? { url: origin + picture, width: pictureWidth, height: pictureHeight } : null,
  });
  return new Response(answer, { headers: { 'content-type': `${mediaTypes[format]}; charset=utf-8` } });
}

/** The record of a card as readers of its language have it, now or as it stood. */
async function recordOf(card: AskedCard): Promise<{ card: AskedCard; record: RecordView } | null> {
  const { kind, slug, language, past } = card;
  const api = publicCaller(createPublicContext({ asOf: past?.instant ?? null, version: await pageVersion() }));
  const answer =
    language === 'en'
      ? await api.record.get({ kind, slug })
      : await api.translation.orOriginal({ kind, slug, language });
  // What was merged is a part of something else of its kind now, and has the card of that.
  if (answer?.found === 'merged') return recordOf({ ...card, slug: answer.into.slug });
  return answer?.found === 'live' ? { card, record: answer.record } : null;
}

const say = (status: number, text: string): Response =>
  new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
