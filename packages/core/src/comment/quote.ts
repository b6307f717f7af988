import { z } from 'zod';

const words = z.string().max(2000, 'is longer than 2,000 characters');

/** Words of one field (W3C Web Annotation, TextQuoteSelector): what is meant, and what stands directly around it. */
export const quoteSchema = z.strictObject({ exact: words.min(1, 'must not be empty'), prefix: words, suffix: words });
export type Quote = z.infer<typeof quoteSchema>;
