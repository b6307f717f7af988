import { RapporteurError } from '@rapporteur/domain/errors';
import { idSchema } from '@rapporteur/domain/ids';
import type { Kind } from '@rapporteur/domain/kinds';
import { slugSchema } from '@rapporteur/domain/slug';
import type { Transaction } from '@rapporteur/db/transaction';

interface Address {
  kind: Kind;
  slug: string;
  id: string;
}

/** Refuses an address part or an id that no record of this kind may have, or that one has already. */
export async function requireFreeAddress(tx: Transaction, address: Address): Promise<void> {
  requireAddress(address);
  const { kind, slug, id } = address;
  const taken = await tx.record.findFirst({ where: { OR: [{ kind, slug }, { id }] } });
  if (taken?.id === id && taken.slug !== slug) {
    throw new RapporteurError('state_conflict', `The id ${id} is that of another record, at "${taken.slug}".`, [
      { path: '/id', message: 'is taken' },
    ]);
  }
  if (taken) {
    throw new RapporteurError('state_conflict', `There is already a ${kind} at "${slug}".`, [
      { path: '/slug', message: 'is taken' },
    ]);
  }
}

/** Refuses an address part or an id that no record of this kind may have. */
export function requireAddress({ kind, slug, id }: Address): void {
  const parsed = slugSchema.safeParse(slug);
  if (!parsed.success) {
    throw new RapporteurError('invalid_input', 'The address part (slug) is not valid.', [
      { path: '/slug', message: parsed.error.issues[0]?.message ?? 'is not valid' },
    ]);
  }
  if (!idSchema(kind).safeParse(id).success) {
    throw new RapporteurError('invalid_input', 'The id is not one of this kind.', [
      { path: '/id', message: `not an id of a ${kind}` },
    ]);
  }
}
