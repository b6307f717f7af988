import { note } from '@rapporteur/core/audit/entry';
import { RapporteurError } from '@rapporteur/domain/errors';
import { authTransaction } from './auth';
import type { AdminContext, SessionDoor } from './context';
import type { DeskUser } from './auth';

/** How long after signing in somebody may change how they sign in without doing it again, in milliseconds. */
const freshness = 30 * 60 * 1000;

/** The session behind a request and its person. Throws `unauthenticated` for a request that came without one. */
export function requireSession({ session, user }: AdminContext): SessionDoor & { user: DeskUser } {
  if (session === undefined || user === null) throw new RapporteurError('unauthenticated', 'Sign in first.');
  return { ...session, user };
}

export const isFresh = ({ startedAt }: SessionDoor): boolean => Date.now() - startedAt.getTime() < freshness;

/** As `requireSession`, and somebody signed in a short while ago: a browser left open is not enough to take an account over. */
export function requireFreshSession(context: AdminContext): SessionDoor & { user: DeskUser } {
  const session = requireSession(context);
  if (!isFresh(session)) {
    throw new RapporteurError('unauthenticated', 'You signed in a while ago. Sign in again to do this.');
  }
  return session;
}

/**
 * Puts a new session in the place of the one that asks, after a change of what it may do or of how it was opened. It counts
 * as begun when its person signed in: nobody stays fresh by changing one thing after another.
 */
export async function rotate(session: SessionDoor & { user: DeskUser }): Promise<void> {
  const { desk, id, headers, cookies, user } = session;
  const made = await authTransaction(desk, async (tx, auth) => {
    // One that was ended meanwhile, by its person or an administrator, comes back in no other form.
    const { count } = await tx.session.deleteMany({ where: { id } });
    if (count === 0) throw new RapporteurError('unauthenticated', 'Your session has ended. Sign in again.');
    const response = await auth.api.openSession({ body: { userId: user.id }, headers, asResponse: true });
    if (!response.ok) throw new RapporteurError('unauthenticated', 'Sign in again.');
    const { id: opened } = (await response.json()) as { id: string };
    await tx.session.update({ where: { id: opened }, data: { createdAt: session.startedAt } });
    await note(tx, { userId: user.id, action: 'user.rotate_session', subjectId: user.id });
    return response.headers.getSetCookie();
  });
  cookies.push(...made);
}
