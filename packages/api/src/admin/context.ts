import type { Caller } from '@rapporteur/core/policy';
import { ownerClient } from '@rapporteur/db/clients';
import { parseConnection } from '@rapporteur/db/connection';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { adminEnv } from '../env';
import { deskAuth, userOf, type DeskAuth, type DeskUser } from './auth';
import { isSameOrigin } from './origin';

export interface AdminContext {
  db: PrismaClient;
  user: DeskUser | null;
  caller: Caller;
  /** Whether a page of the desk itself sent the request; without it nothing is changed. */
  sameOrigin: boolean;
}

export interface Desk {
  db: PrismaClient;
  auth: DeskAuth;
  origin: string;
}

/** Makes the context of one request to a desk: who asks, by the session cookie, and from where. */
export async function createAdminContext({ db, auth, origin }: Desk, headers: Headers): Promise<AdminContext> {
  const user = await userOf(auth, headers);
  return {
    db,
    user,
    caller: user === null ? null : { userId: user.id, role: user.role },
    sameOrigin: isSameOrigin(headers, origin),
  };
}

// Kept on the process and not in the module: a bundler may load this module more than once.
const kept: { rapporteurDesk?: Desk } = globalThis as object;

/** The desk of this process, connected once. Throws where the environment lacks what it needs. */
export function desk(): Desk {
  kept.rapporteurDesk ??= connect();
  return kept.rapporteurDesk;
}

/** Makes the context of one request to the desk of this process. */
export const adminContextFor = (headers: Headers): Promise<AdminContext> => createAdminContext(desk(), headers);

function connect(): Desk {
  const { DATABASE_URL, ADMIN_ORIGIN, RAPPORTEUR_SECRET } = adminEnv();
  const db = ownerClient(parseConnection(DATABASE_URL));
  return {
    db,
    auth: deskAuth(db, { origin: ADMIN_ORIGIN, secret: RAPPORTEUR_SECRET }),
    origin: ADMIN_ORIGIN,
  };
}
