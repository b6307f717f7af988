import { escapeMarkup } from '@rapporteur/domain/escape-markup';
import { xml, xmlDocument } from './xml';
import type { CardKind } from './cards';

/** What an answer of oEmbed 1.0 says of a card (https://oembed.com, §2.3.4). */
export interface OembedAnswer {
  title: string;
  html: string;
  width: number;
  height: number;
  provider: { name: string; url: string };
  /** Left out where it is larger than what was asked for (§2.3.4, thumbnail_url). */
  thumbnail: { url: string; width: number; height: number } | null;
}

/** The room that a card is given where as much is there, in pixels of CSS. */
const usual: Record<CardKind, { width: number; height: number }> = {
  statement: { width: 560, height: 420 },
  programme: { width: 560, height: 560 },
  issue: { width: 640, height: 560 },
  actor: { width: 640, height: 560 },
};

/** Below this nothing of a card can be read. */
const least = 200;

/** The room of a card within what was asked for, or null where there is too little. */
export function roomOf(
  kind: CardKind,
  most: { width: number; height: number },
): { width: number; height: number } | null {
  const width = Math.min(usual[kind].width, most.width);
  const height = Math.min(usual[kind].height, most.height);
  return width < least || height < least ? null : { width, height };
}

/** A number of pixels that was asked for: as much as there is where nobody says; null for what is no number. */
export function readPixels(text: string | null): number | null {
  if (text === null) return Number.POSITIVE_INFINITY;
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/** The frame of a card: it may open pages in windows of their own, and nothing else. */
export const frameOf = (address: string, title: string, { width, height }: { width: number; height: number }): string =>
  `<iframe src="${escapeMarkup(address)}" title="${escapeMarkup(title)}" width="${width}" height="${height}" ` +
  'sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer" loading="lazy" ' +
  'style="border:0;max-width:100%"></iframe>';

const fieldsOf = ({
  title,
  html,
  width,
  height,
  provider,
  thumbnail,
}: OembedAnswer): Record<string, string | number> => ({
  version: '1.0',
  type: 'rich',
  title,
  provider_name: provider.name,
  provider_url: provider.url,
  html,
  width,
  height,
  ...(thumbnail === null
    ? {}
    : { thumbnail_url: thumbnail.url, thumbnail_width: thumbnail.width, thumbnail_height: thumbnail.height }),
});

export const writeOembed = {
  json: (answer: OembedAnswer): string => `${JSON.stringify(fieldsOf(answer))}\n`,
  xml: (answer: OembedAnswer): string =>
    xmlDocument(
      xml('oembed', {}, ...Object.entries(fieldsOf(answer)).map(([name, value]) => xml(name, {}, String(value)))),
    ),
};
