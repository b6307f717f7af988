import type { Transaction } from '@rapporteur/db/transaction';
import type { Kind } from '@rapporteur/domain/kinds';
import { slugify } from '@rapporteur/domain/slug';
import type { LockedRecord } from './lock';
import { freeSlug } from './rename';

/**
 * An address part that no other record of the kind has, made of a title. Whoever makes one waits for others who make one
 * of the same words, so that of two new records of one name the second is numbered and not refused.
 */
export async function madeSlug(
  tx: Transaction,
  { id, kind, title }: { id: string; kind: Kind; title: string },
): Promise<string> {
  const words = slugify(title) === '' ? kind : title;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`slug ${kind} ${slugify(words)}`}, 0))`;
  return (await freeSlug(tx, kind, words, id)) ?? id.replace('_', '-');
}

/**
 * The address part of a record whose title is now this one. One that was made of the title follows it, so that a first
 * guess does not stay in the address; one that somebody chose, or that readers have had, stays.
 */
export async function addressAfter(tx: Transaction, record: LockedRecord, title: string): Promise<string> {
  if (record.slugChosen || (await tx.entry.count({ where: { id: record.id } })) > 0) return record.slug;
  const slug = await madeSlug(tx, { ...record, title });
  if (slug !== record.slug) await tx.record.update({ where: { id: record.id }, data: { slug } });
  return slug;
}
