import { v5 } from 'uuid';
import { parseId } from './ids';

// Names of this namespace are made here only. Changing it would change every id that a feed reader has kept.
const namespace = 'b7f3a1de-52c4-4d0e-9d8c-3f1f0a6f5c21';

/** The name of a record wherever addresses may change (RFC 9562): its id as a UUID, `urn:uuid:…`. Throws `invalid_input`. */
export const recordUrn = (id: string): string => `urn:uuid:${parseId(id).uuid}`;

/** A name made of a text that never changes: the same text has the same name, on every instance and for ever. */
export const namedUrn = (text: string): string => `urn:uuid:${v5(text, namespace)}`;
