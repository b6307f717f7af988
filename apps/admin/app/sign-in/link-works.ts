import { originOfTries } from '@rapporteur/api/admin/address';
import { desk } from '@rapporteur/api/admin/desk';
import { peekLink, type Purpose } from '@rapporteur/api/admin/join';
import { headers } from 'next/headers';

/** What a one-time link is about, while it works and without using it up; null where it does not. */
export async function linkWorks(purpose: Purpose, token: string) {
  return peekLink(desk(), purpose, token, originOfTries(new Headers(await headers())));
}
