import { pathHeader } from '@rapporteur/api/admin/address';
import { adminContextFor, type AdminContext } from '@rapporteur/api/admin/context';
import { returnPath } from '@rapporteur/api/admin/return-path';
import { adminCaller } from '@rapporteur/api/admin/router';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';

/** Who asks, read from the database once a request. */
export const contextOf = cache(async (): Promise<AdminContext> => adminContextFor(new Headers(await headers())));

/** The desk's procedures for the person who is signed in; everyone else is sent to the sign-in page. */
export async function desk() {
  const context = await contextOf();
  if (context.user === null) redirect(await signInAddress());
  return { user: context.user, call: adminCaller(context) };
}

/** The sign-in page, which leads back to where somebody wanted to go. */
async function signInAddress(): Promise<string> {
  const wanted = returnPath((await headers()).get(pathHeader));
  return wanted === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(wanted)}`;
}

/** Who is signed in and what they may do; asked once a request, however many parts of a page want to know. */
export const meOf = cache(async () => (await desk()).call.user.me({}));

/** How many records wait in each list. */
export const countsOf = cache(async () => (await desk()).call.queue.counts({}));

/** The same, and how many texts wait for decisions at the intake. */
export const railCountsOf = async () => {
  const { call } = await desk();
  const [counts, intake] = await Promise.all([countsOf(), call.intake.count({})]);
  return { ...counts, intake: intake.decide };
};
