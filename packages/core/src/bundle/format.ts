import { z } from 'zod';
import { citationRoles } from '@rapporteur/domain/content/citation';
import { kinds } from '@rapporteur/domain/kinds';
import { language } from '@rapporteur/domain/translation/languages';
import { texts } from '@rapporteur/domain/translation/texts';
import { longestText } from '../source/text';

/** The version of the bundle format that this program reads and writes. */
export const bundleVersion = 1;

/** The first line: what the bundle is. */
export const headerLine = z.strictObject({
  bundle: z.literal(bundleVersion, `this program reads version ${bundleVersion} of the format`),
  note: z.string().max(2000).default(''),
});

const bundleCitation = z.strictObject({
  field: z.string().max(200),
  role: z.enum(citationRoles),
  /** The source, by handle (`sources/slug`) or id. */
  source: z.string().max(200),
  /** The fingerprint of the version the quote is from; the newest where it is not given. */
  version: z.string().optional(),
  quote: z.string().min(1).max(10_000),
  prefix: z.string().max(10_000).optional(),
  suffix: z.string().max(10_000).optional(),
});
export type BundleCitation = z.infer<typeof bundleCitation>;

const address = { kind: z.enum(kinds), slug: z.string().max(200), id: z.string().max(100).optional() };

/** A record with its content. References inside it are ids or handles such as `actors/hungary`. */
export const recordLine = z.strictObject({
  type: z.literal('record'),
  ...address,
  change: z.enum(['publish', 'correct', 'update', 'edit']).optional(),
  note: z.string().max(2000).optional(),
  content: z.record(z.string(), z.unknown()),
  citations: z.array(bundleCitation).max(2000),
});
export type RecordLine = z.infer<typeof recordLine>;

export const withdrawalLine = z.strictObject({ type: z.literal('withdrawal'), ...address, reason: z.string() });
export const mergeLine = z.strictObject({
  type: z.literal('merge'),
  ...address,
  into: z.string().max(200),
  reason: z.string(),
});

/** A record in another language: its texts by the fields of the content that is public, or that the bundle brings. */
const translationLine = z.strictObject({ type: z.literal('translation'), ...address, language, texts });

/** Every line after the header. */
export const bundleLine = z.discriminatedUnion('type', [recordLine, translationLine, withdrawalLine, mergeLine]);
export type BundleLine = z.infer<typeof bundleLine>;

/** In a bundle the version of a source holds its text in place of its fingerprint. */
export const bundleVersionOfText = z.strictObject({
  text: z.string().max(longestText, `is longer than ${longestText.toLocaleString('en')} characters`),
  fetched: z.string(),
});

/** The longest line a bundle may have, in UTF-16 units. */
export const longestLine = 20_000_000;
