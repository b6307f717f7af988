import type { Announcement, Feed } from './feed';

/** A feed as JSON Feed 1.1. What was withdrawn comes again under the same name, and says so. */
export function writeJsonFeed(feed: Feed): string {
  const next = feed.parts.find(({ rel }) => rel === 'next');
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.self,
    ...(next === undefined ? {} : { next_url: next.href }),
    description: feed.description,
    language: feed.language,
    authors: [{ name: 'Rapporteur' }],
    items: feed.items.map(item),
  };
  return `${JSON.stringify(document)}\n`;
}

const item = ({ urn, href, title, text, published, updated, category, author }: Announcement) => ({
  id: urn,
  url: href,
  title,
  content_text: text === '' ? title : text,
  date_published: published,
  date_modified: updated,
  tags: [category.label],
  ...(author === null ? {} : { authors: [{ name: author }] }),
});
