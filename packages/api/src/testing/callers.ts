import { createToken } from '@rapporteur/core/person/token';
import { roles, scopes, type Role, type Scope } from '@rapporteur/core/policy';
import type { AnyRouter } from '@trpc/server';
import { addressHeader } from '../admin/address';
import type { Desk } from '../admin/desk';
import { answerProcedure } from '../admin/handler';
import { redeemToken } from '../admin/sign-in';
import { createSignInLink, ensureUser } from '../admin/users';

/** Somebody, or a program, that asks a desk over HTTP. */
export interface TestCaller {
  name: string;
  userId: string | null;
  role: Role | null;
  /** Of a program with an API token. */
  scopes?: readonly Scope[];
  headers: Record<string, string>;
}

let count = 0;

/** Adds a person and signs them in; answers them as callers with the cookie of their session. */
export async function signedIn(desk: Desk, role: Role): Promise<TestCaller & { userId: string; email: string }> {
  count += 1;
  const email = `${role}-${count}@example.org`;
  const { id: userId } = await ensureUser(desk.db, { name: `A ${role} ${count}`, email, role });
  const link = new URL(await createSignInLink(desk.db, { email, baseUrl: desk.origin }));
  const cookies = await redeemToken(desk, link.searchParams.get('token') ?? '', new Headers());
  return { name: role, userId, email, role, headers: { origin: desk.origin, cookie: cookieHeader(cookies) } };
}

/** Gives a person an API token; answers the program that holds it. */
export async function withToken(
  desk: Desk,
  { userId, role }: { userId: string; role: Role },
  granted: readonly Scope[],
): Promise<TestCaller & { tokenId: string; secret: string }> {
  const { id, secret } = await createToken(desk.db, { userId, role }, { name: 'A program', scopes: granted, days: 1 });
  return {
    name: `${role}'s token for ${granted.join(' and ')}`,
    userId,
    tokenId: id,
    secret,
    role,
    scopes: granted,
    headers: { authorization: `Bearer ${secret}` },
  };
}

/** Everybody there is: nobody, each role, somebody who was deactivated, and programs with each scope. */
export async function everybody(desk: Desk): Promise<TestCaller[]> {
  const people: (TestCaller & { userId: string })[] = [];
  for (const role of roles) people.push(await signedIn(desk, role));
  const [, contributor] = people;
  const administrator = people.at(-1);
  if (contributor === undefined || administrator === undefined) throw new Error('there are roles');
  const gone = await signedIn(desk, 'administrator');
  const goneToken = await withToken(desk, { userId: gone.userId, role: 'administrator' }, scopes);
  await desk.db.user.update({ where: { id: gone.userId }, data: { active: false } });
  const programs: TestCaller[] = [];
  for (const scope of scopes) {
    programs.push(await withToken(desk, { userId: administrator.userId, role: 'administrator' }, [scope]));
  }
  programs.push(await withToken(desk, { userId: contributor.userId, role: 'contributor' }, scopes));
  return [
    { name: 'nobody', userId: null, role: null, headers: { origin: desk.origin } },
    ...people,
    { ...gone, name: 'a deactivated administrator', role: null },
    { ...goneToken, name: 'the token of a deactivated administrator', role: null },
    ...programs,
  ];
}

export interface Answer {
  status: number;
  /** The code of the refusal; null where it was done. */
  code: string | null;
  data: unknown;
  /** What the refusal carries beside its message. */
  error: { code: string } | null;
  response: Response;
}

interface Asked {
  path: string;
  type: 'query' | 'mutation';
  input: unknown;
}

/** Calls a procedure over HTTP. */
export async function ask(
  desk: Desk,
  { headers }: { headers: Record<string, string> },
  { path, type, input }: Asked,
  router?: AnyRouter,
): Promise<Answer> {
  const address = `${desk.origin}/api/trpc/${path}`;
  const text = JSON.stringify(input);
  count += 1;
  // From somewhere else each time, so that the limits of one address are met only where a test names one.
  const sent = { [addressHeader]: `192.0.2.${count}`, ...headers };
  const request =
    type === 'query'
      ? new Request(`${address}?input=${encodeURIComponent(text)}`, { headers: sent })
      : new Request(address, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...sent },
          body: text,
        });
  return readAnswer(await answerProcedure(desk, request, router));
}

export async function readAnswer(response: Response): Promise<Answer> {
  const body = (await response.json()) as { result?: { data: unknown }; error?: { data: { code: string } } };
  const error = body.error?.data ?? null;
  return { status: response.status, code: error?.code ?? null, data: body.result?.data, error, response };
}

/** What a browser sends after these cookies were set. */
export const cookieHeader = (cookies: readonly string[]): string =>
  cookies.map((cookie) => cookie.split(';')[0]).join('; ');
