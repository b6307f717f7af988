import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureUser } from '@rapporteur/api/admin/users';
import { importBundle, type ImportPeople } from '@rapporteur/core/bundle/import';
import type { PrismaClient } from '@rapporteur/db/generated/client';

const bundles = ['1-dispatch', '2-correction', '3-withdrawal'];

/** Record time is never invented, so the demonstration waits: an address of the past names whole seconds. */
const betweenPublications = 1_100;

/** Loads the demonstration record into an empty database: three publications, each later than the one before. */
export async function loadDemo(db: PrismaClient, log: (line: string) => void): Promise<boolean> {
  if ((await db.record.count()) > 0) return false;
  log('Loading the demonstration record …');
  const people = await demonstrationPeople(db);
  for (const [index, name] of bundles.entries()) {
    if (index > 0) await sleep(betweenPublications);
    await importBundle(db, readFileSync(new URL(`${name}.jsonl`, import.meta.url), 'utf8'), people);
  }
  return true;
}

/** The two people of the demonstration, who sign in only by a link that the host makes. */
export async function demonstrationPeople(db: PrismaClient): Promise<ImportPeople> {
  const importer = await ensureUser(db, {
    name: 'Demonstration importer',
    email: 'importer@rapporteur.invalid',
    role: 'editor',
  });
  const reviewer = await ensureUser(db, {
    name: 'Demonstration reviewer',
    email: 'reviewer@rapporteur.invalid',
    role: 'publisher',
  });
  return { importer: { userId: importer.id, role: 'editor' }, reviewer: { userId: reviewer.id, role: 'publisher' } };
}
