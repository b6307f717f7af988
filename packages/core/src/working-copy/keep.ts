import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { kindOfId } from '@rapporteur/domain/ids';
import type { Kind } from '@rapporteur/domain/kinds';
import { authorize, type Caller } from '../policy';
import type { Change } from '../record/change';
import { boundText, mostTexts } from './bounds';
import type { Written } from './written';

export interface KeepText {
  /** The record's id. A record that does not exist yet has a fresh id of its kind, made by the desk. */
  id: string;
  kind: Kind;
  /** The address part as typed so far; it may still be empty or wrong. */
  slug: string;
  /** What the writer began from; both null for a record that does not exist yet. */
  baseRevision: number | null;
  baseVersion: number | null;
  content: unknown;
  citations: unknown;
  note: string | null;
  change: Change | null;
  /** A text that was put into a box and not handed over yet. */
  pasted?: string | undefined;
  written: Written;
}

export interface Kept {
  /** False when a newer text, or one of another window, is there: this one was not stored. Read it before you go on. */
  kept: boolean;
  sequence: number;
  clientId: string;
  updatedAt: string;
}

/**
 * Keeps what somebody is typing, for that person alone. A text that comes late never replaces a newer one, and a window
 * never replaces the text of another that it has not seen; either is answered with `kept: false` and changes nothing.
 */
export function keepText(db: PrismaClient, caller: Caller, input: KeepText): Promise<Kept> {
  return transaction(db, (tx) => keepTextIn(tx, caller, input));
}

interface Row {
  sequence: number;
  clientId: string;
  updatedAt: Date;
  began: boolean;
}

async function keepTextIn(tx: Transaction, caller: Caller, input: KeepText): Promise<Kept> {
  const { userId } = authorize(caller, 'working_copy.keep');
  const { content: typed, citations: cited, pasted = '' } = input;
  boundText({ content: typed, citations: cited, pasted });
  await requireBase(tx, input);
  const { clientId, sequence, seen } = input.written;
  const [content, citations] = [JSON.stringify(typed), JSON.stringify(cited)];
  // One statement, so that of two keeps that arrive together the later counter stands.
  const [stored] = await tx.$queryRaw<Row[]>`
    INSERT INTO "WorkingCopy" AS w ("recordId", "userId", "kind", "slug", "baseRevision", "baseVersion", "content", "citations",
      "note", "change", "pasted", "clientId", "sequence")
    VALUES (${input.id}, ${userId}, ${input.kind}, ${input.slug}, ${input.baseRevision}, ${input.baseVersion}, ${content}::jsonb,
      ${citations}::jsonb, ${input.note}, ${input.change}, ${pasted === '' ? null : pasted}, ${clientId}, ${sequence})
    ON CONFLICT ("recordId", "userId") DO UPDATE SET
      "slug" = excluded."slug", "baseRevision" = excluded."baseRevision", "baseVersion" = excluded."baseVersion",
      "content" = excluded."content", "citations" = excluded."citations", "note" = excluded."note", "change" = excluded."change",
      "pasted" = excluded."pasted", "clientId" = excluded."clientId", "sequence" = excluded."sequence",
      "updatedAt" = clock_timestamp(), "spentAt" = NULL
    WHERE CASE
      WHEN w."clientId" = excluded."clientId" THEN excluded."sequence" > w."sequence"
      WHEN w."spentAt" IS NOT NULL THEN true
      ELSE w."clientId" = ${seen?.clientId ?? null} AND w."sequence" = ${seen?.sequence ?? null}::int
        AND excluded."sequence" > w."sequence" END
    RETURNING "sequence", "clientId", "updatedAt", xmax = 0 AS began`;
  if (stored?.began) {
    await requireRoom(tx, userId);
    // The first keep is on record, the hundreds that follow are not: they are one person's own typing.
    await tx.auditEntry.create({
      data: {
        userId,
        action: 'working_copy.keep',
        recordId: input.baseVersion === null ? null : input.id,
        detail: input.baseVersion === null ? { id: input.id } : {},
      },
    });
    // What was spent a day ago has no keep under way any more.
    await tx.$executeRaw`
      DELETE FROM "WorkingCopy" WHERE "userId" = ${userId} AND "spentAt" < clock_timestamp() - interval '1 day'`;
  }
  const row =
    stored ?? (await tx.workingCopy.findUniqueOrThrow({ where: { recordId_userId: { recordId: input.id, userId } } }));
  return {
    kept: stored !== undefined,
    sequence: row.sequence,
    clientId: row.clientId,
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** Refuses with `limit_exceeded` one more text of a person who has that many already. */
async function requireRoom(tx: Transaction, userId: string): Promise<void> {
  if ((await tx.workingCopy.count({ where: { userId, spentAt: null } })) > mostTexts) {
    throw new RapporteurError(
      'limit_exceeded',
      `You have ${mostTexts} texts that are not saved. Save or discard one of them; until then this one is in your browser only.`,
    );
  }
}

/** A text of an existing record says what it began from; a new one needs an id of its kind that nobody has taken. */
async function requireBase(tx: Transaction, input: KeepText): Promise<void> {
  const fault = (path: string, message: string) =>
    new RapporteurError('invalid_input', 'This text cannot be kept.', [{ path, message }]);
  if (kindOfId(input.id) !== input.kind) throw fault('/id', `not an id of a ${input.kind}`);
  if ((input.baseRevision === null) !== (input.baseVersion === null)) {
    throw fault('/baseVersion', 'goes with the revision: both, or neither for a record that does not exist yet');
  }
  if (input.baseVersion !== null && (await tx.record.count({ where: { id: input.id } })) === 0) {
    throw new RapporteurError('not_found', `There is no record ${input.id}.`);
  }
}
