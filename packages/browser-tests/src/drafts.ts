import { createDraft } from '@rapporteur/core/record/create';
import type { CommandResult } from '@rapporteur/core/record/result';
import { approve } from '@rapporteur/core/record/review';
import { submit } from '@rapporteur/core/record/submit';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { anchor } from '@rapporteur/domain/anchor';
import type { Kind } from '@rapporteur/domain/kinds';
import { selectPassage } from '@rapporteur/domain/passage';
import type { Person } from './people';

/** The source of the demonstration, which fixtures may quote. */
const dispatch = { kind: 'source', slug: 'dispatch-of-29-november-2023' };

/** A draft by somebody, each of its fields resting on words that the demonstration dispatch holds once. */
export async function addDraft(
  db: PrismaClient,
  author: Person,
  draft: { kind: Kind; slug: string; content: unknown; rests: Readonly<Record<string, string>> },
): Promise<CommandResult> {
  const { kind, slug, content, rests } = draft;
  const source = await db.record.findUniqueOrThrow({ where: { kind_slug: dispatch } });
  const { content: held } = await db.revision.findFirstOrThrow({ where: { recordId: source.id, state: 'live' } });
  const { versions } = held as { versions: { sha256: string }[] };
  const sha256 = versions.at(-1)?.sha256 ?? '';
  const { text } = await db.storedText.findUniqueOrThrow({ where: { sha256 } });
  const citations = Object.entries(rests).map(([field, quote]) => {
    const found = anchor(text, quote);
    if (found.found !== 'unique') throw new Error(`The dispatch does not hold these words once: ${quote}`);
    const passage = selectPassage(text, found.start, found.end, sha256);
    return { field, role: 'supports', passage: { source: source.id, ...passage } };
  });
  return createDraft(db, author, { kind, slug, content, citations });
}

/** A draft that its author has handed in and somebody else has approved. */
export async function addApproved(
  db: PrismaClient,
  author: Person,
  reviewer: Person,
  draft: Parameters<typeof addDraft>[2],
): Promise<CommandResult> {
  const { id, lockVersion } = await addDraft(db, author, draft);
  const { lockVersion: handedIn } = await submit(db, author, { id, expectedVersion: lockVersion });
  return approve(db, reviewer, { id, expectedVersion: handedIn });
}
