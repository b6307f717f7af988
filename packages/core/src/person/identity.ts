import { z } from 'zod';

/** An address, as it is kept: one spelling, so that it is the person's only one. */
export const emailSchema = z.string().trim().max(254).toLowerCase().pipe(z.email('is not an e-mail address'));

/** A person's name as others see it. */
export const nameSchema = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(200, 'is longer than 200 characters')
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'holds characters that cannot be shown');
