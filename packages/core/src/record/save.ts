import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { followRevision, followText } from '../comment/follow';
import { once } from '../idempotency';
import { authorize, type Caller } from '../policy';
import { spendWorkingCopy } from '../working-copy/spend';
import type { Written } from '../working-copy/written';
import { checkContent, checkUnfinished, type CheckedContent } from './content';
import { deskTitle } from './desk-title';
import { keepEarlierText } from './earlier-text';
import { requireFittingChange, type Change } from './change';
import { conclude, lockRecord, openRevision, type LockedRecord } from './lock';
import { addressAfter } from './made-address';
import type { CommandResult } from './result';

export interface SaveDraft {
  id: string;
  expectedVersion: number;
  content: unknown;
  citations: unknown;
  change?: Change;
  /** What readers are told about the change. A correction needs one. */
  note?: string | null;
  /** Which kept text this is: it is spent. */
  written?: Written;
  /** Repeated under one key, the text is saved once. */
  idempotencyKey?: string;
}

/** Saves the text of the open draft; where nothing is being worked on, opens a new draft for the change. */
export function saveDraft(db: PrismaClient, caller: Caller, input: SaveDraft): Promise<CommandResult> {
  return transaction(db, (tx) => saveDraftIn(tx, caller, input));
}

export async function saveDraftIn(tx: Transaction, caller: Caller, input: SaveDraft): Promise<CommandResult> {
  const { userId } = authorize(caller, 'record.save');
  const { idempotencyKey: key, written = null, ...text } = input;
  const saved = await once(tx, { userId, key, action: 'record.save', input: text }, async () => {
    const record = await lockRecord(tx, input.id, input.expectedVersion);
    const checked = checkContent(record.kind, input.content, input.citations);
    return writeDraft(tx, userId, record, checked, {
      action: 'record.save',
      change: input.change,
      note: input.note,
    });
  });
  // Also when the save is only repeated: the same text may have been kept again in between, under a later counter.
  await spendWorkingCopy(tx, userId, { id: saved.id, kind: saved.kind, written });
  return saved;
}

/**
 * Saves a text that may lack what its schema asks for, as a draft that cannot be handed in before somebody has completed it.
 * For what is added from elsewhere: what is not known is left blank, never made up.
 */
export async function saveUnfinishedIn(
  tx: Transaction,
  caller: Caller,
  input: Pick<SaveDraft, 'id' | 'expectedVersion' | 'content' | 'citations'>,
): Promise<CommandResult> {
  const { userId } = authorize(caller, 'record.save');
  const record = await lockRecord(tx, input.id, input.expectedVersion);
  const checked = checkUnfinished(record.kind, input.content, input.citations);
  return writeDraft(tx, userId, record, checked, { action: 'record.save' });
}

/** Writes checked content to the record's draft, the open one or a new one. Shared by saving and restoring. */
export async function writeDraft(
  tx: Transaction,
  userId: string,
  record: LockedRecord,
  checked: CheckedContent,
  how: { action: string; change?: Change | undefined; note?: string | null | undefined },
): Promise<CommandResult> {
  const open = await openRevision(tx, record.id);
  if (open && open.state !== 'draft') {
    throw new RapporteurError(
      'state_conflict',
      'The open revision is being reviewed; ask for changes before you edit it.',
    );
  }
  if (how.change !== undefined) await requireFittingChange(tx, record.id, how.change);
  const text = {
    content: checked.record.content,
    citations: checked.citations,
    contentHash: checked.contentHash,
    fieldsNeeded: checked.evidence.needed,
    fieldsCited: checked.evidence.cited,
    title: await deskTitle(tx, checked.record),
  };
  const slug = await addressAfter(tx, record, text.title);
  const saved = { ...record, slug };
  const detail = {
    contentHash: checked.contentHash,
    ...(slug === record.slug ? {} : { address: { from: record.slug, to: slug } }),
  };
  if (open) {
    const by = { userId, untilVersion: record.lockVersion + 1, contentHash: checked.contentHash };
    await keepEarlierText(tx, open, by);
    await followText(tx, record.id, open.content, text.content);
    await tx.revision.update({
      where: { id: open.id },
      data: {
        ...text,
        ...(how.change === undefined ? {} : { change: how.change, changeSaid: true }),
        ...(how.note === undefined ? {} : { note: how.note }),
        contributorIds: [...new Set([...open.contributorIds, userId])],
        updatedAt: new Date(),
      },
    });
    return conclude(tx, userId, saved, how.action, { number: open.number, state: 'draft' }, detail);
  }
  const [before] = await tx.$queryRaw<{ newest: number | null; wasPublic: boolean | null }[]>`
    SELECT max("number") AS "newest", bool_or("state" IN ('live', 'withdrawn')) AS "wasPublic" FROM "Revision" WHERE "recordId" = ${record.id}`;
  const number = (before?.newest ?? 0) + 1;
  await followRevision(tx, record.id, number - 1, text.content);
  await tx.revision.create({
    data: {
      ...text,
      recordId: record.id,
      number,
      state: 'draft',
      change: how.change ?? (before?.wasPublic ? 'update' : 'publish'),
      // Of what was never public there is nothing to say: it becomes public for the first time.
      changeSaid: how.change !== undefined || before?.wasPublic !== true,
      note: how.note ?? null,
      authorId: userId,
      contributorIds: [userId],
    },
  });
  return conclude(tx, userId, saved, how.action, { number, state: 'draft' }, detail);
}
