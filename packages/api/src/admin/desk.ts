import { mailSettings } from '@rapporteur/core/env';
import { openMailer, type Mailer } from '@rapporteur/core/mail/mailer';
import { ownerClient } from '@rapporteur/db/clients';
import { parseConnection } from '@rapporteur/db/connection';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { openLimiter, type Limiter } from '@rapporteur/db/rate-limit';
import { adminEnv } from '../env';
import { deskAuth, type AuthOptions, type DeskAuth } from './auth';
import { notedLimiter } from './limits';

/** One running desk: what its requests share. */
export interface Desk {
  db: PrismaClient;
  auth: DeskAuth;
  authOptions: AuthOptions;
  origin: string;
  limiter: Limiter;
  /** Null where the installation sends no mail. */
  mailer: Mailer | null;
}

// Kept on the process and not in the module: a bundler may load this module more than once.
const kept: { rapporteurDesk?: Desk } = globalThis as object;

/** The desk of this process, connected once. Throws where the environment lacks what it needs. */
export function desk(): Desk {
  kept.rapporteurDesk ??= connect();
  return kept.rapporteurDesk;
}

function connect(): Desk {
  const { DATABASE_URL, ADMIN_ORIGIN, RAPPORTEUR_SECRET } = adminEnv();
  const connection = parseConnection(DATABASE_URL);
  const db = ownerClient(connection);
  const authOptions = { origin: ADMIN_ORIGIN, secret: RAPPORTEUR_SECRET };
  return {
    db,
    auth: deskAuth(db, authOptions),
    authOptions,
    origin: ADMIN_ORIGIN,
    limiter: notedLimiter(db, openLimiter(connection)),
    mailer: openMailer(mailSettings()),
  };
}
