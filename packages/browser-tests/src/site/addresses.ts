import type { PrismaClient } from '@rapporteur/db/generated/client';
import { stampsOf } from '../past';

/** A page of every kind that readers meet, on the demonstration record. */
export const recordPages = {
  source: '/sources/dispatch-of-29-november-2023',
  actor: '/actors/hungary',
  person: '/actors/peter-szijjarto',
  event: '/events/foreign-ministers-brussels-2023-11-29',
  programme: '/programmes/nato-ukraine-2024',
  issue: '/issues/lethal-weapons',
  statement: '/statements/szijjarto-refuses-lethal-weapons',
  position: '/positions/hungary-lethal-weapons',
  commitment: '/commitments/intensify-military-training',
  article: '/articles/voluntary-and-without-weapons',
};

export const withdrawn = '/statements/szijjarto-on-escalation';

const otherPages = {
  home: '/',
  list: '/programmes',
  changes: '/changes',
  search: '/search?q=lethal%20weapons',
  'search that finds nothing': '/search?q=zzqx%20qqzv',
  'search before a question': '/search',
  corrections: '/corrections',
  history: '/programmes/nato-ukraine-2024/history',
  difference: '/programmes/nato-ukraine-2024/diff',
  translation: '/uk/programmes/nato-ukraine-2024',
  tombstone: withdrawn,
  'not found': '/programmes/never-there',
  'choice of a date': '/at',
  'comparison of two days': '/compare?page=/programmes/nato-ukraine-2024&from=2023-11-30&to=2024-01-15',
  'address that cannot be read': '/programmes/%',
};

/** Of the page named "past" this is the live address. */
export const everyPage = { ...recordPages, ...otherPages, past: recordPages.programme };

/** Where a page of `everyPage` is: the address of the one of the past is known only once the record is there. */
export const addressOf = async (db: PrismaClient, name: string, address: string): Promise<string> =>
  name === 'past' ? `/at/${(await stampsOf(db)).first}${address}` : address;
