import { createHash } from 'node:crypto';
import type { Published } from '@rapporteur/db/clients';
import { recordLines } from '../bundle/record-lines';

/**
 * What is public, line by line, for whoever may know no more than that: as in a bundle, but texts are named by their
 * fingerprints, and passages are told by their words and places. See docs/open-data.md.
 */
export const publicLines = (published: Published): AsyncGenerator<string> =>
  recordLines(published, async () => ({
    source: async (content) => content,
    citation: ({ field, role, passage }, { handleOf }) => ({
      field,
      role,
      passage: { ...passage, source: handleOf(passage.source) },
    }),
  }));

/**
 * The record hash: the SHA-256 of the public lines. A copy of a record has the same; when and how often something was published
 * does not count. Expects a snapshot.
 */
export async function recordHash(published: Published): Promise<string> {
  const hash = createHash('sha256');
  for await (const line of publicLines(published)) hash.update(line, 'utf8');
  return hash.digest('hex');
}
