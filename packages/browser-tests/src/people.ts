import { createSignInLink, ensureUser } from '@rapporteur/api/admin/users';
import { storeCredential } from '@rapporteur/core/person/credential';
import { hashPassword } from '@rapporteur/core/person/password';
import type { Role } from '@rapporteur/core/policy';
import { transaction } from '@rapporteur/db/transaction';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import type { BrowserContext, Page } from 'playwright-core';

/** Somebody who works at the desk. Their name is of this run, so that tests do not meet. */
export interface Person {
  userId: string;
  role: Role;
  name: string;
  email: string;
}

let count = 0;

/** Adds a person through the command that the host uses. */
export async function addPerson(db: PrismaClient, role: Role): Promise<Person> {
  count += 1;
  const name = `Test ${role} ${process.pid}-${count}`;
  const email = `${role}-${process.pid}-${count}@test.invalid`;
  const { id } = await ensureUser(db, { name, email, role });
  return { userId: id, role, name, email };
}

/**
 * Signs a person in by a one-time link, through the door that the link's page sends its form to, and answers a page of
 * theirs: the desk as it opens for them, where `lands` says at which path, and otherwise a blank one that is going elsewhere.
 */
export async function signIn(
  db: PrismaClient,
  visitor: BrowserContext,
  person: Person,
  desk: string,
  lands?: string,
): Promise<Page> {
  const link = new URL(await createSignInLink(db, { email: person.email, baseUrl: desk }));
  const answer = await visitor.request.post(`${desk}/sign-in/redeem`, {
    headers: { origin: desk },
    form: { token: link.searchParams.get('token') ?? '' },
    maxRedirects: 0,
  });
  if (answer.headers()['location'] !== '/') throw new Error(`${person.name} was not let in.`);
  const page = await visitor.newPage();
  if (lands !== undefined) {
    await page.goto(desk);
    await page.waitForURL(`${desk}${lands}`);
  }
  return page;
}

/** Gives a person a password, as they would have chosen it by an invitation; answers it. */
export async function givePassword(db: PrismaClient, { userId }: Person): Promise<string> {
  const password = `an unguessable sentence ${userId}`;
  const hash = await hashPassword(password);
  await transaction(db, (tx) => storeCredential(tx, userId, { kind: 'password', hash }));
  return password;
}

/** The session cookie of a person who signs in by a one-time link, for requests without a browser. */
export async function cookieOf(db: PrismaClient, { email }: Person, desk: string): Promise<string> {
  const link = new URL(await createSignInLink(db, { email, baseUrl: desk }));
  const answer = await fetch(`${desk}/sign-in/redeem`, {
    method: 'POST',
    headers: { origin: desk, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token: link.searchParams.get('token') ?? '' }).toString(),
    redirect: 'manual',
  });
  return answer.headers
    .getSetCookie()
    .filter((cookie) => !/max-age=0(;|$)/i.test(cookie))
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
