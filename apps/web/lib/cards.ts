import { kindOfSegment, segmentOf, type Kind } from '@rapporteur/domain/kinds';
import { slugSchema } from '@rapporteur/domain/slug';
import { pathIn, type SiteLanguage } from '@rapporteur/domain/translation/languages';
import { parseAddress } from '../cache/address';
import { siteOrigin } from '../env';

/** The kinds of which there are cards, and which of their pages a card stands for: the record's own, or its board. */
const cardOf = { programme: '', statement: '', issue: '/board', actor: '/board' } as const satisfies {
  [K in Kind]?: string;
};

export type CardKind = keyof typeof cardOf;

export const hasCard = (kind: Kind): kind is CardKind => Object.hasOwn(cardOf, kind);

/** A card, as an address of a page of this site asks for it. */
export interface AskedCard {
  kind: CardKind;
  slug: string;
  language: SiteLanguage;
  /** The stamp and the instant of a past page, or null for today. */
  past: { stamp: string; instant: string } | null;
}

/** The card of a page, of the record and of its board alike; null for any address that is not one of a page with a card. */
export function cardOfAddress(address: string): AskedCard | null {
  const origin = siteOrigin();
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.origin !== origin || url.username !== '' || url.password !== '') return null;
  const parsed = parseAddress(url.pathname);
  if (parsed.to !== 'page') return null;
  const [, segment = '', slug = ''] = /^\/([a-z]+)\/([^/?]+)(?:\/board)?$/.exec(parsed.path) ?? [];
  const kind = kindOfSegment(segment);
  if (kind === null || !hasCard(kind) || !slugSchema.safeParse(slug).success) return null;
  if (cardOf[kind] === '' && parsed.path.endsWith('/board')) return null;
  const { language, stamp, instant } = parsed;
  return { kind, slug, language, past: stamp && instant ? { stamp, instant: instant.toISOString() } : null };
}

const inPast = (past: { stamp: string } | null): string => (past === null ? '' : `/at/${past.stamp}`);

/** Where the card stands by itself, to be put in a frame. */
export const cardAddress = ({ kind, slug, language, past }: AskedCard): string =>
  `${siteOrigin()}${inPast(past)}${pathIn(language, `/embed/${segmentOf(kind)}/${slug}`)}`;

/** Where oEmbed tells of the card of a page, in a format. */
export const oembedAddress = (page: string, format: 'json' | 'xml'): string =>
  `${siteOrigin()}/oembed?format=${format}&url=${encodeURIComponent(page)}`;
