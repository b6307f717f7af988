import { adminContextFor, type AdminContext } from '@rapporteur/api/admin/context';
import { adminCaller } from '@rapporteur/api/admin/router';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';

/** Who asks, read from the database once a request. */
export const contextOf = cache(async (): Promise<AdminContext> => adminContextFor(new Headers(await headers())));

/** The desk's procedures for the person who is signed in; everyone else is sent to the sign-in page. */
export async function desk() {
  const context = await contextOf();
  if (context.user === null) redirect('/sign-in');
  return { user: context.user, call: adminCaller(context) };
}

/** Who is signed in and what they may do; asked once a request, however many parts of a page want to know. */
export const meOf = cache(async () => (await desk()).call.user.me({}));

/** How many records wait in each list. */
export const countsOf = cache(async () => (await desk()).call.queue.counts({}));
