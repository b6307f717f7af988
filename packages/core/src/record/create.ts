import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { newId } from '@rapporteur/domain/ids';
import type { Kind } from '@rapporteur/domain/kinds';
import { once } from '../idempotency';
import { authorize, type Caller } from '../policy';
import { spendWorkingCopy } from '../working-copy/spend';
import type { Written } from '../working-copy/written';
import { requireFreeAddress } from './address';
import { checkContent, checkUnfinished, type CheckedContent } from './content';
import { deskTitle } from './desk-title';
import { madeSlug } from './made-address';
import type { CommandResult } from './result';

export interface CreateDraft {
  kind: Kind;
  /** Left out, it is made of the title, and follows it until readers have it or somebody chooses another. */
  slug?: string;
  content: unknown;
  citations: unknown;
  note?: string | null;
  /** Given by an import that keeps ids, and by a writer whose text was kept under it; otherwise a new one is made. */
  id?: string;
  /** Which kept text this is: it is spent. */
  written?: Written;
  /** Repeated under one key, the record is created once. */
  idempotencyKey?: string;
}

/** Creates a record with its first revision, as a draft. */
export function createDraft(db: PrismaClient, caller: Caller, input: CreateDraft): Promise<CommandResult> {
  return transaction(db, (tx) => createDraftIn(tx, caller, input));
}

export async function createDraftIn(tx: Transaction, caller: Caller, input: CreateDraft): Promise<CommandResult> {
  const { userId } = authorize(caller, 'record.create');
  const { idempotencyKey: key, written = null, ...text } = input;
  const created = await once(tx, { userId, key, action: 'record.create', input: text }, () => write(tx, userId, text));
  // Nobody can have kept a text under an id that was made a moment ago.
  if (input.id !== undefined) await spendWorkingCopy(tx, userId, { id: created.id, kind: created.kind, written });
  return created;
}

type Unfinished = Required<Pick<CreateDraft, 'kind' | 'id' | 'content' | 'citations'>>;

/** What a record that is created from such a text will be called. Refuses what would be refused then. */
export const unfinishedTitle = (tx: Transaction, { kind, content, citations }: Unfinished): Promise<string> =>
  deskTitle(tx, checkUnfinished(kind, content, citations).record);

/**
 * Creates a record from a text that may lack what its schema asks for, as a draft that cannot be handed in before somebody
 * has completed it. For what is drafted from elsewhere: what is not known is left blank, never made up.
 */
export async function createUnfinishedIn(
  tx: Transaction,
  caller: Caller,
  { kind, id, content, citations }: Unfinished,
): Promise<CommandResult> {
  const { userId } = authorize(caller, 'record.create');
  return insert(tx, userId, { id, note: null }, checkUnfinished(kind, content, citations));
}

async function write(tx: Transaction, userId: string, input: CreateDraft): Promise<CommandResult> {
  const { kind, note = null } = input;
  const checked = checkContent(kind, input.content, input.citations);
  const { id = newId(kind), slug } = input;
  return insert(tx, userId, { id, note, ...(slug === undefined ? {} : { slug }) }, checked);
}

async function insert(
  tx: Transaction,
  userId: string,
  { id, note, ...chosen }: { id: string; slug?: string; note: string | null },
  { record, citations, contentHash, evidence }: CheckedContent,
): Promise<CommandResult> {
  const { kind } = record;
  const title = await deskTitle(tx, record);
  const slug = chosen.slug ?? (await madeSlug(tx, { id, kind, title }));
  await requireFreeAddress(tx, { kind, slug, id });
  await tx.record.create({ data: { id, kind, slug, slugChosen: chosen.slug !== undefined } });
  await tx.revision.create({
    data: {
      recordId: id,
      number: 1,
      state: 'draft',
      content: record.content,
      citations,
      contentHash,
      fieldsNeeded: evidence.needed,
      fieldsCited: evidence.cited,
      title,
      note,
      authorId: userId,
      contributorIds: [userId],
    },
  });
  await tx.auditEntry.create({
    data: { userId, action: 'record.create', recordId: id, revisionNumber: 1, detail: { contentHash } },
  });
  return { id, kind, slug, lockVersion: 1, revisionNumber: 1, state: 'draft' };
}
