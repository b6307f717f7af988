import { afterAll, inject } from 'vitest';
import { ownerClient } from '@rapporteur/db/clients';
import type { PrismaClient } from '@rapporteur/db/generated/client';

/** The product's database as its owner, for fixtures that go through the commands; closed after the file's tests. */
export function database(): PrismaClient {
  const db = ownerClient(inject('product').connection, { max: 2 });
  afterAll(() => db.$disconnect());
  return db;
}
