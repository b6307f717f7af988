import { inject } from 'vitest';
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
  'board of an issue': '/issues/lethal-weapons/board',
  'board of an actor': '/actors/hungary/board?on=2023-11-30',
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
  'open data': '/data',
  'interface for programs': '/api/v1/docs',
  'alerts by mail': '/alerts?of=/issues/lethal-weapons',
  'comparison of two days': '/compare?page=/programmes/nato-ukraine-2024&from=2023-11-30&to=2024-01-15',
  'address that cannot be read': '/programmes/%',
};

/** Of the page named "past" this is the live address, and of the question the one that was frozen before the correction. */
export const everyPage = {
  ...recordPages,
  ...otherPages,
  past: recordPages.programme,
  'frozen question': '/statements',
};

/** Where a page of `everyPage` is: the address of the one of the past is known only once the record is there. */
export async function addressOf(db: PrismaClient, name: string, address: string): Promise<string> {
  if (name !== 'past' && name !== 'frozen question') return address;
  const past = `/at/${(await stampsOf(db)).first}${address}`;
  return name === 'past' ? past : answerOf(past);
}

/** The permanent address of the answer that a page gives, out of its cite box. */
export async function answerOf(page: string): Promise<string> {
  const html = await (await fetch(inject('product').site + page)).text();
  const [, address] = /href="(\/q\/[^"/]+)"/.exec(html) ?? [];
  if (address === undefined) throw new Error(`The page ${page} has no answer to cite.`);
  return address;
}
