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
  await holdWords(tx, kind, plainSlug(kind, title));
  return (await freeSlug(tx, kind, wordsOf(kind, title), id)) ?? id.replace('_', '-');
}

/**
 * Waits for whoever makes addresses of these titles, before any of them is made here: in the order of their words, so that
 * two who make several never wait for each other in a circle. Who makes them of several kinds does one kind after the other,
 * in the same order each time.
 */
export async function holdSlugs(tx: Transaction, kind: Kind, titles: readonly string[]): Promise<void> {
  const slugs = new Set(titles.map((title) => plainSlug(kind, title)));
  for (const slug of [...slugs].toSorted()) await holdWords(tx, kind, slug);
}

const wordsOf = (kind: Kind, title: string) => (slugify(title) === '' ? kind : title);
const plainSlug = (kind: Kind, title: string) => slugify(wordsOf(kind, title));

async function holdWords(tx: Transaction, kind: Kind, slug: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`slug ${kind} ${slug}`}, 0))`;
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
