import { createSignInLink, ensureUser } from '@rapporteur/api/admin/users';
import type { Role } from '@rapporteur/core/policy';
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

/** Signs a person in as a person does, by a one-time link; answers the page they land on. */
export async function signIn(db: PrismaClient, visitor: BrowserContext, person: Person, desk: string): Promise<Page> {
  const page = await visitor.newPage();
  await page.goto(await createSignInLink(db, { email: person.email, baseUrl: desk }));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${desk}/`);
  return page;
}
