import { z } from 'zod';
import { publicationView, recordLink } from './views';

/** What a follower learns of one record, or of one correction. */
export const feedItem = z.object({
  /** Never changes: the record's own name, or in the feed of corrections that of the correction. */
  urn: z.string(),
  record: recordLink,
  /** `left`: the record is public, and does not name the subject of the feed any more. */
  state: z.enum(['live', 'withdrawn', 'merged', 'left']),
  /** Where a merged record went. */
  into: recordLink.nullable(),
  summary: z.string().nullable(),
  /** Who signs it, of articles. */
  byline: z.string().nullable(),
  /** The newest change that altered what the record says, its version and its public note. An edit of wording is none. */
  action: publicationView.shape.action,
  revisionNumber: z.number().int().nullable(),
  note: z.string().nullable(),
  /** When the record was first published, and the instant of that change. */
  published: z.string(),
  updated: z.string(),
});
export type FeedItem = z.infer<typeof feedItem>;

/** The `after` with which a feed is asked for a page of older entries. */
export const feedPage = z.string().min(1).max(200);

/** What is new: of the whole record, about one record, or where it was wrong. Newest change first. */
export const feedView = z.object({
  urn: z.string(),
  /** Null for an empty feed. */
  updated: z.string().nullable(),
  items: z.array(feedItem),
  /** The page of what is older; null where there is nothing more. */
  older: feedPage.nullable(),
  /**
   * Whether older entries stand in archives: each is a stretch of the log that has ended, and always the same one. An entry
   * leaves it when its record changes again, and stands in a newer one then.
   */
  archived: z.boolean(),
  /** Of an archive, the one after it; null where that has not ended, and of what is no archive. */
  newer: feedPage.nullable(),
});
export type FeedView = z.infer<typeof feedView>;

/** The feed of a record. Of one that is not public any more there is none, and it says what became of it. */
export const feedAnswer = z.discriminatedUnion('found', [
  z.object({ found: z.literal('live'), record: recordLink, feed: feedView }),
  z.object({ found: z.literal('withdrawn') }),
  z.object({ found: z.literal('merged'), into: recordLink }),
]);
export type FeedAnswer = z.infer<typeof feedAnswer>;
