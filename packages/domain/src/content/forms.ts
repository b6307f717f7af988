import { z } from 'zod';

/** How a text is written, beyond that it is a string: what an editor needs to know and a check does not. */
export const textForms = ['line', 'prose', 'language', 'address', 'date', 'instant', 'fingerprint', 'rich'] as const;
export type TextForm = (typeof textForms)[number];

/** The schemas that are more than their type says. A schema registers itself where it is made; `shapeOf` reads it. */
export const forms = z.registry<{ form: TextForm }>();
