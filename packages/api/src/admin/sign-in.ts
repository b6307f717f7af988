import { RapporteurError } from '@rapporteur/domain/errors';
import { z } from 'zod';
import { endSession, redeemToken } from './auth';
import { desk } from './context';
import { isSameOrigin } from './origin';

const tokenSchema = z.string().regex(/^[A-Za-z]{16,128}$/);

/** Answers the form that redeems a sign-in link: to the queue with a session, or back to the sign-in page. */
export async function signIn(request: Request): Promise<Response> {
  const { db, auth, origin } = desk();
  if (!isSameOrigin(request.headers, origin)) return refused();
  const form = await request.formData().catch(() => null);
  const token = tokenSchema.safeParse(form?.get('token'));
  if (!token.success) return go('/sign-in?problem=link');
  try {
    return go('/', await redeemToken(db, auth, token.data, request.headers));
  } catch (error) {
    if (error instanceof RapporteurError && error.code === 'unauthenticated') return go('/sign-in?problem=link');
    throw error;
  }
}

/** Answers the form that ends the session. */
export async function signOut(request: Request): Promise<Response> {
  const { auth, origin } = desk();
  if (!isSameOrigin(request.headers, origin)) return refused();
  return go('/sign-in', await endSession(auth, request.headers));
}

function go(location: string, cookies: readonly string[] = []): Response {
  const response = new Response(null, {
    status: 303,
    headers: { location, 'cache-control': 'private, no-store' },
  });
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
}

const refused = () => new Response('This request did not come from a page of the desk.\n', { status: 403 });
