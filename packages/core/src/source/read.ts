import type { PrismaClient } from '@rapporteur/db/generated/client';
import { contentSchemas } from '@rapporteur/domain/content/content';
import { RapporteurError } from '@rapporteur/domain/errors';
import { authorize, type Caller } from '../policy';
import type { StoredText } from './text';

/** A source as an editor reads it, whatever its rights: its versions, the newest last. */
export interface DeskSource {
  id: string;
  title: string;
  language: string;
  publisher: string | null;
  published: string | null;
  versions: { sha256: string; fetched: string; length: number }[];
}

/** A source by its newest revision, drafts included. */
export async function sourceForDesk(db: PrismaClient, caller: Caller, id: string): Promise<DeskSource> {
  authorize(caller, 'desk.read');
  const revision = await db.revision.findFirst({
    where: { recordId: id, record: { kind: 'source' } },
    orderBy: { number: 'desc' },
    select: { title: true, content: true },
  });
  if (revision === null) throw new RapporteurError('not_found', `There is no source ${id}.`);
  const parsed = contentSchemas.source.safeParse(revision.content);
  if (!parsed.success)
    throw new RapporteurError('state_conflict', 'This source does not meet its schema; mend it first.');
  const { language, published, versions, publisher } = parsed.data;
  const [stored, outlet] = await Promise.all([
    db.storedText.findMany({
      where: { sha256: { in: versions.map(({ sha256 }) => sha256) } },
      select: { sha256: true, length: true },
    }),
    publisher === null
      ? null
      : db.revision.findFirst({ where: { recordId: publisher }, orderBy: { number: 'desc' }, select: { title: true } }),
  ]);
  const lengths = new Map(stored.map(({ sha256, length }) => [sha256, length]));
  return {
    id,
    title: revision.title,
    language,
    published,
    publisher: outlet?.title ?? null,
    // A fingerprint whose text is not stored has nothing to read.
    versions: versions.flatMap(({ sha256, fetched }) => {
      const length = lengths.get(sha256);
      return length === undefined ? [] : [{ sha256, fetched, length }];
    }),
  };
}

/** A stored text by its fingerprint, for whoever may read the desk. */
export async function textForDesk(db: PrismaClient, caller: Caller, sha256: string): Promise<StoredText> {
  authorize(caller, 'desk.read');
  const stored = await db.storedText.findUnique({
    where: { sha256 },
    select: { sha256: true, text: true, length: true },
  });
  if (stored === null) throw new RapporteurError('not_found', 'There is no text with this fingerprint.');
  return stored;
}
