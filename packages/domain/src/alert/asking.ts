import { z } from 'zod';
import { emailSchema } from '../email';

/** How often a reader is told. */
export const rhythms = ['at_once', 'daily'] as const;
export type Rhythm = (typeof rhythms)[number];

/** The form by which a reader asks to be told by mail: of which page, where, and how often. */
export const askingForm = z.strictObject({ of: z.string().max(1024), email: emailSchema, rhythm: z.enum(rhythms) });
