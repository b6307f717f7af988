import { z } from 'zod';
import { forms } from './forms';

// C0 controls other than tab and line feed, DEL, lone surrogates, and the two code points that XML 1.0 shuts out:
// PostgreSQL or a strict XML reader refuses them.
const unstorable =
  // oxlint-disable-next-line no-control-regex -- the controls are the subject here
  /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const storable = (text: string) => !unstorable.test(text);
const message = 'holds a control character or half of a character pair; remove it';

/** One line of text as readers see it: 1–500 UTF-16 units, no line break. */
export const line = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(500, 'is longer than 500 characters')
  .refine(storable, message)
  .refine((text) => !text.includes('\n'), 'must be one line')
  .register(forms, { form: 'line' });

/** Text of one or more paragraphs: 1–20,000 UTF-16 units. */
export const prose = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(20_000, 'is longer than 20,000 characters')
  .refine(storable, message)
  .register(forms, { form: 'prose' });

/** A BCP 47 language tag, of the shape the record uses: language, optional script, optional region. */
export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, 'is not a language tag such as "en", "uk" or "sr-Latn"')
  .register(forms, { form: 'language' });

/** An http or https address, at most 2,000 characters. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: 'is not an http or https address' })
  .max(2000, 'is longer than 2,000 characters')
  .refine(storable, message)
  .register(forms, { form: 'address' });

/** The lower-case hexadecimal SHA-256 of normalised text in UTF-8. */
export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in lower-case hexadecimal')
  .register(forms, { form: 'fingerprint' });

/** An instant in UTC, as in "2023-11-29T21:40:00Z", of the years 1 to 9999. */
export const instant = z.iso
  .datetime({ error: 'is not an instant in UTC' })
  .refine((text) => !text.startsWith('0000'), 'lies outside the years 1 to 9999')
  .register(forms, { form: 'instant' });
