import { z } from 'zod';

/** An address of mail, as it is kept: one spelling, so that it is one person's only one. */
export const emailSchema = z.string().trim().max(254).toLowerCase().pipe(z.email('is not an e-mail address'));
