const ofThePresent =
  /\/feed\.(?:atom|rss|json)$|^\/(?:robots\.txt|(?:news-)?sitemap\.xml|oembed)$|^\/(?:sitemap|timegate|timemap)(?:\/|$)|^(?:\/[a-z]{2})?\/(?:q|alerts|data)(?:\/|$)|^\/reference$|^\/api\/v1\/docs$|^\/api\/(?:trpc\/[^?]*export\.list|v1\/exports(?:\?|$))/;

/**
 * Whether an address is of the present alone: for programs that ask what is new, or what there is in time (feeds, site maps,
 * and the two of RFC 7089), a question that was frozen, which tells what changed up to now, and what there is to download. They have no past states of
 * their own, and nothing leads to one.
 */
export const isOfThePresent = (path: string): boolean => ofThePresent.test(path);
