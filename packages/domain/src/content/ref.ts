import { idSchema } from '../ids';
import type { Kind } from '../kinds';

/** A reference to another record. The mark lets `references` find it in any content without a second list of fields. */
export const ref = <K extends Kind>(kind: K) => idSchema(kind).meta({ ref: kind });
