import type { Transaction } from '@rapporteur/db/transaction';
import { LimitExceeded, RapporteurError } from '@rapporteur/domain/errors';
import { originOfTries } from './address';
import { authTransaction } from './auth';
import { cookieNames, withoutCookie } from './cookies';
import type { Desk } from './desk';
import { formDoor, go } from './form-door';
import { limits } from './limits';
import { returnPath } from './return-path';
import { concludeSignIn } from './sign-in';

/** How many used codes are remembered. A code is good for a minute and a half, so that these are more than its life. */
const remembered = 8;

/** Answers the form with the code of an authenticator app, or with a recovery code. */
export function answerSecondFactor(desk: Desk, request: Request): Promise<Response> {
  const back = ({ next }: { next?: string }) => `/sign-in/second-factor?next=${encodeURIComponent(returnPath(next))}`;
  return formDoor(desk, request, { back, keeps: [] }, async ({ code, next }) => {
    const cookies = await passSecondFactor(desk, (code ?? '').trim(), request.headers);
    return go(returnPath(next), cookies);
  });
}

async function passSecondFactor(desk: Desk, typed: string, headers: Headers): Promise<string[]> {
  const from = originOfTries(headers);
  await desk.limiter.take(limits.code, from);
  const code = typed.replaceAll(/\s/g, '');
  const isTotp = /^\d{6}$/.test(code);
  // Somebody else's session in this browser must not be taken for the one that is being opened.
  const pending = withoutCookie(headers, cookieNames(desk.origin).session);
  const outcome = await authTransaction(desk, async (tx, auth): Promise<string[] | Refusal> => {
    const response = isTotp
      ? await auth.api.verifyTOTP({ body: { code }, headers: pending, asResponse: true })
      : await auth.api.verifyBackupCode({ body: { code: code.slice(0, 40) }, headers: pending, asResponse: true });
    const body = (await response.json()) as { code?: string; user?: { id: string } };
    // Returned and not thrown: the failure that the library counted has to stay counted.
    if (!response.ok || body.user === undefined) return { refused: body.code ?? '' };
    if (isTotp) await useUp(tx, body.user.id, code);
    await concludeSignIn(tx, auth, { userId: body.user.id, method: 'second_factor', headers });
    return response.headers.getSetCookie();
  });
  if (!Array.isArray(outcome)) throw refusalOf(outcome);
  await desk.limiter.giveBack(limits.code, from);
  return outcome;
}

interface Refusal {
  refused: string;
}

/** Takes a code of the app, once: whoever has read it off a screen or a wire cannot use it after its person (RFC 6238, 5.2). */
export async function useUp(tx: Transaction, userId: string, code: string): Promise<void> {
  const taken = await tx.$executeRaw`
    UPDATE "TwoFactor" SET "recentCodes" = (array_append("recentCodes", ${code}))[greatest(1, cardinality("recentCodes") + 2 - ${remembered}::int):]
    WHERE "userId" = ${userId} AND NOT (${code} = ANY ("recentCodes"))`;
  if (taken === 0) throw new RapporteurError('unauthenticated', 'This code was used already. Wait for the next one.');
}

function refusalOf({ refused }: Refusal): RapporteurError {
  if (refused === 'ACCOUNT_TEMPORARILY_LOCKED') return new LimitExceeded(15 * 60);
  if (refused === 'INVALID_TWO_FACTOR_COOKIE' || refused === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE') {
    return new RapporteurError('unauthenticated', 'This sign-in took too long or too many tries. Begin again.');
  }
  return new RapporteurError('unauthenticated', 'This code does not fit. Type the one that your app shows now.');
}
