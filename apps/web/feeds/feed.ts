import type { FeedItem, FeedView } from '@rapporteur/domain/feed-views';
import { labelOf, segmentOf } from '@rapporteur/domain/kinds';
import { recordUrn } from '@rapporteur/domain/urn';
import { hrefOf, titleOf } from '@rapporteur/ui/record-link';
import { word } from '@rapporteur/ui/words';

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
  urn: string;
  title: string;
  description: string;
  page: string;
  self: string;
  /** Of the newest change. An empty feed has never changed. */
  updated: string;
  items: Announcement[];
}

export interface FeedHead {
  title: string;
  description: string;
  /** The page that shows the same, and the feed itself, as paths of the site. */
  page: string;
  self: string;
}

/** Makes a feed of what the record says is new. */
export function feedOf(view: FeedView, { title, description, page, self }: FeedHead, origin: string): Feed {
  return {
    urn: view.urn,
    title,
    description,
    page: `${origin}${page}`,
    self: `${origin}${self}`,
    updated: view.updated ?? new Date(0).toISOString(),
    items: view.items.map((item) => announce(item, origin)),
  };
}

function announce(item: FeedItem, origin: string): Announcement {
  const { urn, record, state, into, byline, published, updated } = item;
  return {
    urn,
    title: into === null ? titleOf(record) : `Merged ${labelOf(record.kind).toLowerCase()}`,
    href: origin + wayTo(item),
    text: [changeIn(item), item.summary].filter((part) => part !== null).join('\n\n'),
    category: { term: segmentOf(record.kind), label: labelOf(record.kind) },
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
  return `${page}/diff?from=${revisionNumber - 1}&to=${revisionNumber}`;
}

/** What changed, in a sentence; null for what is simply new. */
function changeIn({ action, state, into, note, revisionNumber }: FeedItem): string | null {
  if (action === 'publish' && state === 'live') return null;
  const version =
    revisionNumber === null || !['correct', 'update'].includes(action) ? '' : `, version ${revisionNumber}`;
  const what = state === 'left' ? 'This record does not belong here any more' : `${word(action)}${version}`;
  const where = into === null ? '' : ` It is part of “${titleOf(into)}” now.`;
  return `${what}${note === null ? '.' : `: ${ended(note)}`}${where}`;
}

const ended = (sentence: string): string => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`);
