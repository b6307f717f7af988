import { note } from '@rapporteur/core/audit/entry';
import { endSessions } from '@rapporteur/core/person/sessions';
import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { authTransaction, type DeskAuth, type DeskUser } from './auth';
import type { SessionDoor } from './context';
import { limits } from './limits';
import { useUp } from './second-factor';

type Session = SessionDoor & { user: DeskUser };

/** What a person needs to set up their authenticator app. It is shown once. */
export interface NewAuthenticator {
  /** For the app: as a picture, or typed by hand. */
  uri: string;
  secret: string;
  /** Each lets its person in once, when the app is lost. */
  recoveryCodes: string[];
}

/** Begins a second factor. It is asked for at sign-in once a code of the app has been confirmed. */
export async function startSecondFactor(session: Session, password: string): Promise<NewAuthenticator> {
  const made = await withPassword(session, (tx, auth) =>
    answered<{ totpURI: string; backupCodes: string[] }>(
      auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers: session.headers, asResponse: true }),
    ),
  );
  const secret = new URL(made.totpURI).searchParams.get('secret') ?? '';
  return { uri: made.totpURI, secret, recoveryCodes: made.backupCodes };
}

/** Turns the second factor on, by a code that the app shows. Every other session of the person ends. */
export async function confirmSecondFactor(session: Session, code: string): Promise<void> {
  const { desk, user, headers } = session;
  const made = await authTransaction(desk, async (tx, auth) => {
    await endSessions(tx, user.id, session.id);
    const response = await auth.api.verifyTOTP({ body: { code }, headers, asResponse: true });
    if (!response.ok) throw refusal(await response.json());
    await useUp(tx, user.id, code);
    await keepStart(tx, session);
    await note(tx, { userId: user.id, action: 'account.second_factor_on', subjectId: user.id });
    return response.headers.getSetCookie();
  });
  session.cookies.push(...made);
}

/** Turns the second factor off. Every other session of the person ends. */
export async function removeSecondFactor(session: Session, password: string): Promise<void> {
  const { user, headers } = session;
  await withPassword(session, async (tx, auth) => {
    await endSessions(tx, user.id, session.id);
    const response = await auth.api.disableTwoFactor({ body: { password }, headers, asResponse: true });
    if (!response.ok) throw refusal(await response.json());
    session.cookies.push(...response.headers.getSetCookie());
    await keepStart(tx, session);
    await note(tx, { userId: user.id, action: 'account.second_factor_off', subjectId: user.id });
  });
}

/**
 * The library has opened a session in the place of the only one that was left: it counts as begun when its person signed in.
 * A password alone is less than that where a code was asked for.
 */
const keepStart = (tx: Transaction, { user, startedAt }: Session) =>
  tx.session.updateMany({ where: { userId: user.id }, data: { createdAt: startedAt } });

/** New recovery codes in place of the old ones. */
export function renewRecoveryCodes(session: Session, password: string): Promise<string[]> {
  const { user, headers } = session;
  return withPassword(session, async (tx, auth) => {
    const { backupCodes } = await answered<{ backupCodes: string[] }>(
      auth.api.generateBackupCodes({ body: { password }, headers, asResponse: true }),
    );
    await note(tx, { userId: user.id, action: 'account.recovery_codes', subjectId: user.id });
    return backupCodes;
  });
}

/** Runs what asks for the password once more; who guesses at it is asked to wait. */
export async function withPassword<T>(
  { desk, user }: Session,
  work: (tx: Transaction, auth: DeskAuth) => Promise<T>,
): Promise<T> {
  await desk.limiter.take(limits.confirm, user.id);
  const result = await authTransaction(desk, work);
  await desk.limiter.clear(limits.confirm, user.id);
  return result;
}

async function answered<T>(pending: Promise<Response>): Promise<T> {
  const response = await pending;
  const body: unknown = await response.json();
  if (!response.ok) throw refusal(body);
  // The shape of the library's own answer.
  return body as T;
}

const refusals: Record<string, { field: string; message: string }> = {
  INVALID_PASSWORD: { field: '/password', message: 'This is not your password.' },
  INVALID_CODE: { field: '/code', message: 'This code does not fit. Type the one that your app shows now.' },
};

function refusal(body: unknown): RapporteurError {
  const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';
  const known = refusals[code];
  if (known === undefined) {
    return new RapporteurError('state_conflict', 'Your second factor is not as this page shows it: load it again.');
  }
  return new RapporteurError('invalid_input', known.message, [{ path: known.field, message: 'does not fit' }]);
}
