import type { AdminContext } from '@rapporteur/api/admin/context';
import { readSetCookie } from '@rapporteur/api/admin/cookies';
import { adminCaller } from '@rapporteur/api/admin/router';
import { cookies } from 'next/headers';
import { attempt, type Attempt } from '../attempt';
import { contextOf } from '../session';

type Call = ReturnType<typeof adminCaller>;

/** Runs a procedure for a form of the desk. Where it put a new session in place of the old, the browser is handed that. */
export async function act<T>(work: (call: Call) => Promise<T>): Promise<Attempt<T>> {
  const context = await contextOf();
  const result = await attempt(() => work(adminCaller(context)));
  await handOut(context);
  return result;
}

async function handOut({ session }: AdminContext): Promise<void> {
  const made = session?.cookies ?? [];
  if (made.length === 0) return;
  const jar = await cookies();
  for (const text of made) {
    const { name, value, maxAge, secure } = readSetCookie(text);
    jar.set({
      name,
      value,
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
      ...(maxAge === null ? {} : { maxAge }),
    });
  }
}
