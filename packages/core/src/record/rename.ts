import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { segmentOf, type Kind } from '@rapporteur/domain/kinds';
import { slugify, slugSchema } from '@rapporteur/domain/slug';
import { authorize, type Caller } from '../policy';
import { conclude, lockRecord } from './lock';
import type { CommandResult } from './result';

export interface Rename {
  id: string;
  expectedVersion: number;
  slug: string;
}

/**
 * Gives a record that was never public another address. A public address is a promise to readers and stays; so the address
 * is reviewed with the text, and whoever gave it does not approve it.
 */
export function renameRecord(db: PrismaClient, caller: Caller, input: Rename): Promise<CommandResult> {
  return transaction(db, (tx) => renameRecordIn(tx, caller, input));
}

async function renameRecordIn(tx: Transaction, caller: Caller, input: Rename): Promise<CommandResult> {
  const { userId } = authorize(caller, 'record.rename');
  const slug = slugSchema.safeParse(input.slug);
  if (!slug.success) {
    throw new RapporteurError('invalid_input', 'The address part (slug) is not valid.', [
      { path: '/slug', message: slug.error.issues[0]?.message ?? 'is not valid' },
    ]);
  }
  const record = await lockRecord(tx, input.id, input.expectedVersion);
  if ((await tx.entry.count({ where: { id: record.id } })) > 0) {
    throw new RapporteurError('state_conflict', 'This record has been public: its address stays as it is.', [
      { path: '/slug', message: 'cannot change once readers have had it' },
    ]);
  }
  const taken = await tx.record.count({ where: { kind: record.kind, slug: slug.data, id: { not: record.id } } });
  if (taken > 0) {
    throw new RapporteurError('state_conflict', `There is already a ${record.kind} at "${slug.data}".`, [
      { path: '/slug', message: 'is taken' },
    ]);
  }
  const newest = await tx.revision.findFirstOrThrow({
    where: { recordId: record.id },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, state: true, contributorIds: true },
  });
  if (newest.state !== 'draft' && newest.state !== 'discarded') {
    throw new RapporteurError(
      'state_conflict',
      `The revision is ${newest.state.replace('_', ' ')}, and its address with it; ask for changes before you give it another.`,
    );
  }
  await tx.record.update({ where: { id: record.id }, data: { slug: slug.data, slugChosen: true } });
  if (newest.state === 'draft')
    await tx.revision.update({
      where: { id: newest.id },
      data: { contributorIds: [...new Set([...newest.contributorIds, userId])] },
    });
  return conclude(
    tx,
    userId,
    { ...record, slug: slug.data },
    'record.rename',
    { number: newest.number, state: newest.state as CommandResult['state'] },
    { from: record.slug, to: slug.data },
  );
}

/** How many numbered addresses are tried before the writer is left to think of one. */
const mostTries = 50;

/** A free address for a title: the title itself in plain letters, numbered where that is taken; null where it has none. */
export async function suggestSlug(
  db: PrismaClient,
  caller: Caller,
  { kind, title }: { kind: Kind; title: string },
): Promise<{ slug: string | null; address: string | null }> {
  authorize(caller, 'desk.read');
  const slug = await freeSlug(db, kind, title);
  return { slug, address: slug === null ? null : `/${segmentOf(kind)}/${slug}` };
}

/** A free address part for a title, of a record that may have it already; null where it has no letter that can be spelled, or the first fifty are taken. */
export async function freeSlug(
  db: PrismaClient | Transaction,
  kind: Kind,
  title: string,
  own = '',
): Promise<string | null> {
  const plain = slugify(title);
  const tries = plain === '' ? [] : Array.from({ length: mostTries }, (_, index) => numbered(plain, index + 1));
  const taken = await db.record.findMany({
    where: { kind, slug: { in: tries }, id: { not: own } },
    select: { slug: true },
  });
  const used = new Set(taken.map(({ slug }) => slug));
  return tries.find((candidate) => !used.has(candidate)) ?? null;
}

function numbered(slug: string, number: number): string {
  if (number === 1) return slug;
  const tail = `-${number}`;
  return slug.slice(0, 120 - tail.length).replace(/-$/, '') + tail;
}
