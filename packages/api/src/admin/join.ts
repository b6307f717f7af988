import { enqueue } from '@rapporteur/core/job/enqueue';
import { acceptInvitation } from '@rapporteur/core/person/accept';
import { nameSchema } from '@rapporteur/core/person/identity';
import { emailSchema } from '@rapporteur/domain/email';
import { deadLink, findLink, type Link, type Purpose } from '@rapporteur/core/person/link';
import { hashPassword, requireGoodPassword, typedPassword } from '@rapporteur/core/person/password';
import { resetPassword } from '@rapporteur/core/person/reset';
import { setUp } from '@rapporteur/core/person/set-up';
import { transaction } from '@rapporteur/db/transaction';
import { LimitExceeded } from '@rapporteur/domain/errors';
import { z } from 'zod';
import { originOfTries } from './address';
import type { Desk } from './desk';
import { formDoor, go, read, type Fields } from './form-door';
import { limits } from './limits';
import { openSessionFor } from './sign-in';

const token = z.string().max(200);
const invitationForm = z.strictObject({ token, name: nameSchema, password: typedPassword });
const setUpForm = invitationForm.extend({ email: emailSchema });
const resetForm = z.strictObject({ token, password: typedPassword });

export type { Purpose };

/** The link behind a secret for the page that it opens; null where it does not work, and to whoever tries too many. */
export async function peekLink(desk: Desk, purpose: Purpose, secret: string, address: string): Promise<Link | null> {
  const link = await findLink(desk.db, purpose, secret);
  if (link === null) await desk.limiter.take(limits.link, address).catch(onlyLimits);
  return link;
}

// The page says the same either way; a door that takes the link answers 429.
function onlyLimits(error: unknown): void {
  if (!(error instanceof LimitExceeded)) throw error;
}

/** The link behind a secret, while it works. Whoever tries many that do not is asked to wait. */
export async function requireLink(desk: Desk, purpose: Purpose, secret: string, headers: Headers): Promise<Link> {
  const link = await findLink(desk.db, purpose, secret);
  if (link !== null) return link;
  await desk.limiter.take(limits.link, originOfTries(headers));
  throw deadLink();
}

const to = (path: string) => (fields: Fields) => `${path}?token=${encodeURIComponent(fields['token'] ?? '')}`;

/** Answers the form by which somebody takes an invitation up with a password: they are in. */
export function answerInvitation(desk: Desk, request: Request): Promise<Response> {
  return formDoor(desk, request, { back: to('/invitation'), keeps: ['name'] }, async (fields) => {
    const { token: secret, name, password } = read(invitationForm, fields);
    const link = await requireLink(desk, 'invitation', secret, request.headers);
    requireGoodPassword(password, { name, email: link.email ?? '' });
    const credential = { kind: 'password', hash: await hashPassword(password) } as const;
    const userId = await acceptInvitation(desk.db, { secret, name, credential });
    return go('/', await openSessionFor(desk, userId, 'invitation', request.headers));
  });
}

/** Answers the form by which the first administrator sets the desk up with a password: they are in. */
export function answerSetUp(desk: Desk, request: Request): Promise<Response> {
  return formDoor(desk, request, { back: to('/set-up'), keeps: ['name', 'email'] }, async (fields) => {
    const { token: secret, name, email, password } = read(setUpForm, fields);
    await requireLink(desk, 'set_up', secret, request.headers);
    requireGoodPassword(password, { name, email });
    const credential = { kind: 'password', hash: await hashPassword(password) } as const;
    const userId = await setUp(desk.db, { secret, name, email, credential });
    return go('/', await openSessionFor(desk, userId, 'set_up', request.headers));
  });
}

/** Answers the form that sets a new password. They sign in with it next, and with their second factor where they have one. */
export function answerReset(desk: Desk, request: Request): Promise<Response> {
  return formDoor(desk, request, { back: to('/reset'), keeps: [] }, async (fields) => {
    const { token: secret, password } = read(resetForm, fields);
    const link = await requireLink(desk, 'reset', secret, request.headers);
    const user = await desk.db.user.findUnique({ where: { id: link.userId ?? '' } });
    if (user === null) throw deadLink();
    requireGoodPassword(password, user);
    await resetPassword(desk.db, { secret, hash: await hashPassword(password) });
    return go('/sign-in?reset=1');
  });
}

/**
 * Answers the form that asks for a reset link. The answer is the same for every address, and takes as long: whether it is
 * somebody's is looked up by the job that sends the mail.
 */
export function answerForgotten(desk: Desk, request: Request): Promise<Response> {
  return formDoor(desk, request, { back: () => '/sign-in/forgotten', keeps: ['email'] }, async (fields) => {
    const { email } = read(z.strictObject({ email: emailSchema }), fields);
    await desk.limiter.take(limits.resetFrom, originOfTries(request.headers));
    if (desk.mailer !== null) await transaction(desk.db, (tx) => enqueue(tx, 'person.reset', { email }));
    return go('/sign-in/forgotten?sent=1');
  });
}
