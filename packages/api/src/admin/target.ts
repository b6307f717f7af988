import { z } from 'zod';
import { recordId } from '../inputs';

export const version = z.int().min(1).max(2_147_483_647);

/** Which record, and the version of it that the caller has seen. */
export const target = { id: recordId, expectedVersion: version };

/** One or more lines from a person to people: a note, a comment, a reason. */
export const words = z.string().trim().min(1, 'must not be empty').max(4000, 'is longer than 4,000 characters');
export const optionalWords = words.nullable().exactOptional();
