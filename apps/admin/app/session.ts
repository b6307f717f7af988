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
