import type { Role } from '@rapporteur/core/policy';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { RapporteurError } from '@rapporteur/domain/errors';

/** The caller that a command acts for. Refuses with `not_found` who is no active user. */
export async function callerOf(db: PrismaClient, email: string): Promise<{ userId: string; role: Role }> {
  const found = await db.user.findUnique({ where: { email } });
  if (!found?.active)
    throw new RapporteurError('not_found', `There is no active user ${email}; add one with "rapporteur user add".`);
  return { userId: found.id, role: found.role as Role };
}
