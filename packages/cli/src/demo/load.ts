import { setTimeout as sleep } from 'node:timers/promises';
import { ensureUser } from '@rapporteur/api/admin/users';
import { demonstrationDomain } from '@rapporteur/core/person/demonstration';
import { importBundle, type ImportPeople } from '@rapporteur/core/bundle/import';
import { parseBundle } from '@rapporteur/core/bundle/parse';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { openStates } from '@rapporteur/domain/lifecycle';
import { demonstration, demonstrationEntries } from './bundles';

/** Record time is never invented, so the demonstration waits: an address of the past names whole seconds. */
const betweenPublications = 1_100;

/**
 * Loads the demonstration record into an empty database: four publications, each later than the one before. Where that
 * was cut off, goes on with what is missing; any other record is left alone. Answers whether anything was loaded.
 */
export async function loadDemo(db: PrismaClient, log: (line: string) => void): Promise<boolean> {
  const begun = await loadedBundles(db);
  if (begun === null || begun === demonstration.length) return false;
  log(begun === 0 ? 'Loading the demonstration record …' : 'Loading the rest of the demonstration record …');
  const people = await demonstrationPeople(db);
  for (const [index, text] of demonstration.entries()) {
    if (index < begun) continue;
    if (index > 0) await sleep(betweenPublications);
    await importBundle(db, text, people);
  }
  return true;
}

/** How many bundles of the demonstration the record consists of; null where it holds anything else. */
async function loadedBundles(db: PrismaClient): Promise<number | null> {
  if ((await db.record.count()) === 0) return 0;
  const [log, open] = await Promise.all([
    db.publication.findMany({
      select: { kind: true, slug: true },
      orderBy: { sequence: 'asc' },
      take: demonstrationEntries + 1,
    }),
    db.revision.count({ where: { state: { in: [...openStates] } } }),
  ]);
  if (open > 0) return null;
  const named = (all: readonly { kind: string; slug: string }[]) =>
    all.map(({ kind, slug }) => `${kind} ${slug}`).toSorted();
  let entries = 0;
  for (const [index, text] of demonstration.entries()) {
    // What is public was public whole: one transaction each.
    if (entries === log.length) return index;
    const bundle = named((await parseBundle(text)).map(({ value }) => value));
    const part = named(log.slice(entries, entries + bundle.length));
    if (part.join() !== bundle.join()) return null;
    entries += bundle.length;
  }
  return entries === log.length ? demonstration.length : null;
}

/** The two people of the demonstration, who sign in only by a link that the host makes. */
export async function demonstrationPeople(db: PrismaClient): Promise<ImportPeople> {
  const importer = await ensureUser(db, {
    name: 'Demonstration importer',
    email: `importer@${demonstrationDomain}`,
    role: 'editor',
  });
  const reviewer = await ensureUser(db, {
    name: 'Demonstration reviewer',
    email: `reviewer@${demonstrationDomain}`,
    role: 'publisher',
  });
  return { importer: { userId: importer.id, role: 'editor' }, reviewer: { userId: reviewer.id, role: 'publisher' } };
}
