/** The formats that every feed is there in, by the ending of its address. */
export const mediaTypes = {
  atom: 'application/atom+xml',
  rss: 'application/rss+xml',
  json: 'application/feed+json',
} as const;
export type FeedFormat = keyof typeof mediaTypes;

/** The format of `feed.atom`, `feed.rss` or `feed.json`; null for any other name. */
export function formatOfFile(name: string): FeedFormat | null {
  const ending = name.replace(/^feed\./, '');
  return name.startsWith('feed.') && Object.hasOwn(mediaTypes, ending) ? (ending as FeedFormat) : null;
}
