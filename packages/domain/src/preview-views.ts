import { z } from 'zod';
import { language } from './translation/languages';
import { recordView } from './views';

/** A preview as it is made: the only time its token is given. `path` is where the public site shows it. */
export const previewMade = z.object({ id: z.string(), token: z.string(), path: z.string(), expiresAt: z.string() });
export type PreviewMade = z.infer<typeof previewMade>;

/** A preview in a list. `ended` says why it does not work any more; null while it does. */
export const previewItem = z.object({
  id: z.string(),
  revision: z.number().int(),
  /** The translation of the record that it shows; null where it shows the record itself. */
  translation: z.object({ language, number: z.number().int() }).nullable(),
  by: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  ended: z.enum(['revoked', 'expired', 'changed']).nullable(),
});
export type PreviewItem = z.infer<typeof previewItem>;

/** What the holder of a token sees. */
export const previewView = z.object({ record: recordView, approved: z.boolean(), expiresAt: z.string() });
export type PreviewView = z.infer<typeof previewView>;
