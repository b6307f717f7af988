import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const prismaFolder = fileURLToPath(new URL('../../../prisma', import.meta.url));

export const migrationsFolder = path.join(prismaFolder, 'migrations');

/** The migrations of this version of the program, in their order. */
export function migrationFiles(): { name: string; script: string }[] {
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
    .map((name) => ({ name, script: readFileSync(path.join(migrationsFolder, name, 'migration.sql'), 'utf8') }));
}

/** What a database is like that has all migrations of this version, and its job queue: two of the same mark are alike. */
export function migratedMark(): string {
  const hash = createHash('sha256');
  for (const { name, script } of migrationFiles()) hash.update(`${name}\n${script}\n`);
  const queue = path.join(path.dirname(createRequire(import.meta.url).resolve('graphile-worker')), '../package.json');
  return hash.update(readFileSync(queue)).digest('hex');
}
