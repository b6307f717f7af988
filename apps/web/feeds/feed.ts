import type { FeedItem, FeedView } from '@rapporteur/domain/feed-views';
import { segmentOf } from '@rapporteur/domain/kinds';
import { pathIn, type SiteLanguage } from '@rapporteur/domain/translation/languages';
import { recordUrn } from '@rapporteur/domain/urn';
import { hrefOf } from '@rapporteur/ui/record-link';
import { speeches, textIn } from '@rapporteur/ui/languages';

/** The namespace of RFC 5005. */
export const feedHistory = 'http://purl.org/syndication/history/1.0';

/** What an item says, in no format yet. Addresses are complete. */
export interface Announcement {
  urn: string;
  title: string;
  href: string;
  text: string;
  category: { term: string; label: string };
  author: string | null;
  published: string;
  updated: string;
  /** Whether it takes back what was announced under this name. */
  takesBack: boolean;
}

/** A feed, in no format yet. `self` is its own address. */
export interface Feed {
  language: SiteLanguage;
  urn: string;
  title: string;
  description: string;
  page: string;
  self: string;
  /** Where the rest of it is (RFC 5005), and whether this part of it is an archive. */
  parts: { rel: 'next' | 'first' | 'current' | 'prev-archive' | 'next-archive'; href: string }[];
  isArchive: boolean;
  /** Of the newest change. An empty feed has never changed. */
  updated: string;
  items: Announcement[];
}

export interface FeedHead {
  /** The language that it speaks. */
  language: SiteLanguage;
  title: string;
  description: string;
  /** The page that shows the same, and the feed itself, as paths of the site. */
  page: string;
  self: string;
  /** Of a part with older entries, from where on; null for the feed itself. */
  after: string | null;
}

/** Makes a feed of what the record says is new. */
export function feedOf(
  view: FeedView,
  { language, title, description, page, self, after }: FeedHead,
  origin: string,
): Feed {
  const at = (from: string | null) => origin + pathIn(language, partOf(self, from));
  return {
    language,
    urn: view.urn,
    title,
    description,
    page: `${origin}${pathIn(language, page)}`,
    self: at(after),
    parts: partsOf(view, after, at),
    isArchive: view.archived && after !== null,
    updated: view.updated ?? new Date(0).toISOString(),
    items: view.items.map((item) => announce(item, language, origin)),
  };
}

/** The address of a part of a feed. */
const partOf = (feed: string, after: string | null): string =>
  after === null ? feed : `${feed}${feed.includes('?') ? '&' : '?'}after=${encodeURIComponent(after)}`;

/**
 * How the parts of a feed hang together. Readers that know no archives follow `next`; those that do stop at the first archive
 * that they have read.
 */
function partsOf(
  { older, newer, archived }: FeedView,
  after: string | null,
  at: (after: string | null) => string,
): Feed['parts'] {
  const links: Feed['parts'] = [];
  if (after !== null) links.push({ rel: archived ? 'current' : 'first', href: at(null) });
  if (older !== null) links.push({ rel: 'next', href: at(older) });
  if (older !== null && archived) links.push({ rel: 'prev-archive', href: at(older) });
  if (newer !== null) links.push({ rel: 'next-archive', href: at(newer) });
  return links;
}

function announce(item: FeedItem, language: SiteLanguage, origin: string): Announcement {
  const { urn, record, state, into, byline, published, updated } = item;
  return {
    urn,
    title: into === null ? nameIn(language, record) : textIn(language, 'pages')(`feed.merged.${record.kind}`),
    href: origin + pathIn(language, wayTo(item)),
    text: [changeIn(item, language), item.summary].filter((part) => part !== null).join('\n\n'),
    category: { term: segmentOf(record.kind), label: speeches[language].messages.terms.kinds[record.kind].one },
    author: byline,
    published,
    updated,
    takesBack: state !== 'live' && isOfRecord(item),
  };
}

/** Whether an item tells of a record, or of one correction of it. */
const isOfRecord = ({ urn, record }: FeedItem): boolean => urn === recordUrn(record.id);

/** A correction leads to what it changed, everything else to the page of the record. */
function wayTo(item: FeedItem): string {
  const { record, into, action, revisionNumber } = item;
  const page = hrefOf(into ?? record);
  if (isOfRecord(item) || action !== 'correct' || revisionNumber === null || record.state !== 'live') return page;
  return `${page}/diff?to=${revisionNumber}`;
}

/** What a record is called in a feed of a language. */
const nameIn = (language: SiteLanguage, record: FeedItem['record']): string =>
  record.title ?? textIn(language, 'records')(`withdrawnKind.${record.kind}`);

/** What changed, in a sentence; null for what is simply new. */
function changeIn({ action, state, into, note, revisionNumber }: FeedItem, language: SiteLanguage): string | null {
  if (action === 'publish' && state === 'live') return null;
  const t = textIn(language, 'pages');
  const named = speeches[language].messages.terms.words[action];
  const isVersion = revisionNumber !== null && ['correct', 'update'].includes(action);
  const what =
    state === 'left'
      ? t('feed.left')
      : isVersion
        ? t('feed.version', { action: named, version: String(revisionNumber) })
        : named;
  const said = note === null ? `${what}.` : t('feed.noted', { what, note: ended(note) });
  return into === null ? said : `${said} ${t('feed.into', { title: nameIn(language, into) })}`;
}

const ended = (sentence: string): string => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`);
