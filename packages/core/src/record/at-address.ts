import type { PrismaClient } from '@rapporteur/db/generated/client';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Kind } from '@rapporteur/domain/kinds';
import { authorize, type Caller } from '../policy';

/** The id of the record at an address, public or not. Refuses with `not_found`. */
export async function recordAt(
  db: PrismaClient,
  caller: Caller,
  { kind, slug }: { kind: Kind; slug: string },
): Promise<{ id: string }> {
  authorize(caller, 'desk.read');
  const record = await db.record.findUnique({ where: { kind_slug: { kind, slug } }, select: { id: true } });
  if (record === null) throw new RapporteurError('not_found', `There is no ${kind} at "${slug}".`);
  return record;
}
