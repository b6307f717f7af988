import { idSchema } from '@rapporteur/domain/ids';
import { kinds } from '@rapporteur/domain/kinds';
import { z } from 'zod';

/** The id of a record of any kind. */
export const recordId = z.union(kinds.map((kind) => idSchema(kind)));

export const kind = z.enum(kinds);

/** How many rows a list may return at once. */
export const pageSize = z.int().min(1).max(100);

/** Where a list goes on: opaque to callers, bounded. */
export const cursor = z.string().min(1).max(500);

export const revisionNumber = z.int().min(1).max(1_000_000);
