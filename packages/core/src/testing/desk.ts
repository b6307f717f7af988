import type { PrismaClient } from '@rapporteur/db/generated/client';
import type { ImportPeople } from '../bundle/import';
import { createDraft } from '../record/create';
import type { CommandResult } from '../record/result';
import { approve } from '../record/review';
import { submit } from '../record/submit';

/** A source that is approved and waits to be published: a second description of a text that is stored already. */
export async function approvedSource(db: PrismaClient, people: ImportPeople, slug: string): Promise<CommandResult> {
  const { sha256 } = await db.storedText.findFirstOrThrow();
  const content = {
    title: `The source ${slug}`,
    form: 'article',
    publisher: null,
    author: null,
    language: 'en',
    published: '2021-05-04',
    address: null,
    archivedAddress: null,
    rights: 'full',
    licence: null,
    note: null,
    versions: [{ sha256, fetched: '2021-05-05T00:00:00Z' }],
  };
  const { id } = await createDraft(db, people.importer, { kind: 'source', slug, content, citations: [] });
  await submit(db, people.importer, { id, expectedVersion: 1 });
  return approve(db, people.reviewer, { id, expectedVersion: 2 });
}
