import { note } from '@rapporteur/core/audit/entry';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import type { Limit, Limiter } from '@rapporteur/db/rate-limit';
import { LimitExceeded } from '@rapporteur/domain/errors';

const minute = 60;

/**
 * How often each thing may be tried, by everybody at all instances together. `docs/access.md` lists them for people.
 * A limit that many share, such as by one address of an office, is wider than one of a single person.
 */
export const limits = {
  /** Passwords for one person from one address. */
  passwordHere: { name: 'password-here', times: 10, seconds: 15 * minute },
  /** Passwords from one address, for whomever. */
  passwordFrom: { name: 'password-from', times: 100, seconds: 15 * minute },
  /** Passwords for one person, from wherever. */
  passwordFor: { name: 'password-for', times: 200, seconds: 24 * 60 * minute },
  /** A password that is asked for once more, by one person in their session. */
  confirm: { name: 'confirm', times: 10, seconds: 15 * minute },
  /** Codes of second factors and recovery codes from one address. */
  code: { name: 'code', times: 20, seconds: 15 * minute },
  /** Links that do not work, from one address: sign-in, invitation, reset, set-up. */
  link: { name: 'link', times: 20, seconds: 15 * minute },
  /** Passkeys that do not fit, from one address. */
  passkey: { name: 'passkey', times: 20, seconds: 15 * minute },
  /** Questions for a passkey, each of which is kept until it is answered, from one address. */
  passkeyQuestion: { name: 'passkey-question', times: 100, seconds: 15 * minute },
  /** API tokens that do not work, from one address. */
  token: { name: 'token', times: 30, seconds: 15 * minute },
  /** Requests for a reset link from one address. */
  resetFrom: { name: 'reset-from', times: 10, seconds: 60 * minute },
} as const satisfies Record<string, Limit>;

/** The same counts, which also note in the audit log when somebody begins to be refused. */
export function notedLimiter(db: PrismaClient, limiter: Limiter): Limiter {
  return {
    ...limiter,
    take: async (limit, key) => {
      try {
        await limiter.take(limit, key);
      } catch (error) {
        if (error instanceof LimitExceeded && error.first) {
          await note(db, { userId: null, action: 'limit.reached', detail: { limit: limit.name, key } });
        }
        throw error;
      }
    },
  };
}
