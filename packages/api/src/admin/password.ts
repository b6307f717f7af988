import { emailSchema } from '@rapporteur/domain/email';
import { typedPassword } from '@rapporteur/core/person/password';
import { RapporteurError } from '@rapporteur/domain/errors';
import { originOfTries } from './address';
import { authTransaction } from './auth';
import { cookieNames, withoutCookie } from './cookies';
import type { Desk } from './desk';
import { evenPace } from './even-pace';
import { formDoor, go } from './form-door';
import { limits } from './limits';
import { returnPath } from './return-path';
import { concludeSignIn } from './sign-in';

interface Opened {
  /** Whether the password was right and a second factor is still asked for. */
  pending: boolean;
  cookies: string[];
}

/** Answers the form with an address and a password: on to the desk, to the second factor, or back with the reason. */
export function answerPassword(desk: Desk, request: Request): Promise<Response> {
  const back = ({ next }: { next?: string }) => `/sign-in?next=${encodeURIComponent(returnPath(next))}`;
  return formDoor(desk, request, { back, keeps: ['email'] }, async ({ email, password, next }) => {
    const address = emailSchema.safeParse(email);
    const typed = typedPassword.safeParse(password);
    if (!address.success || !typed.success) throw wrong();
    const { pending, cookies } = await signInWithPassword(desk, address.data, typed.data, request.headers);
    const path = returnPath(next);
    return go(pending ? `/sign-in/second-factor?next=${encodeURIComponent(path)}` : path, cookies);
  });
}

/** Signs somebody in by password. Whether the address or the password was wrong is told to nobody. */
async function signInWithPassword(desk: Desk, email: string, password: string, headers: Headers): Promise<Opened> {
  const began = performance.now();
  const from = originOfTries(headers);
  // Counted before they are looked at, so that many at once are not let through together.
  await desk.limiter.take(limits.passwordFrom, from);
  await desk.limiter.take(limits.passwordHere, `${from} ${email}`);
  await desk.limiter.take(limits.passwordFor, email);
  const opened = await authTransaction(desk, async (tx, auth): Promise<Opened | null> => {
    const response = await auth.api.signInEmail({
      body: { email, password },
      // A half-done sign-in or the session of somebody else has no say in this one.
      headers: withoutCookie(headers, cookieNames(desk.origin).challenge),
      asResponse: true,
    });
    if (!response.ok) return null;
    const body = (await response.json()) as { twoFactorRedirect?: boolean; user?: { id: string } };
    const cookies = response.headers.getSetCookie();
    if (body.user === undefined) return { pending: body.twoFactorRedirect === true, cookies };
    await concludeSignIn(tx, auth, { userId: body.user.id, method: 'password', headers });
    return { pending: false, cookies };
  });
  if (opened === null) {
    await evenPace(began);
    throw wrong();
  }
  await desk.limiter.giveBack(limits.passwordFrom, from);
  await desk.limiter.clear(limits.passwordHere, `${from} ${email}`);
  await desk.limiter.giveBack(limits.passwordFor, email);
  return opened;
}

const wrong = () =>
  new RapporteurError('unauthenticated', 'This address and this password do not belong together. Check both.');
