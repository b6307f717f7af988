import { createResetLink } from '@rapporteur/core/person/reset';
import { hashOf } from '@rapporteur/core/person/secret';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, readAnswer, signedIn, type TestCaller } from '../testing/callers';
import { testDesk } from '../testing/desk';
import { sendForm } from '../testing/forms';
import { personWithPassword, signInByPassword } from '../testing/person';
import { answerAuditFile } from './audit-file';
import type { Desk } from './desk';
import { answerProcedure } from './handler';
import { answerReset } from './join';

const origin = 'https://desk.example.org';
let database: TestDatabase;
let desk: Desk;
let other: Desk;
let editor: TestCaller & { userId: string };

beforeAll(async () => {
  database = await testDatabase();
  desk = testDesk(database, { origin });
  other = testDesk(database, { origin });
  editor = await signedIn(desk, 'editor');
});
afterAll(async () => {
  await Promise.all([desk.limiter.close(), other.limiter.close()]);
  await database.close();
});

const me = { path: 'user.me', type: 'query', input: {} } as const;
const bearer = (secret: string) => ({ headers: { authorization: `Bearer ${secret}` } });

async function newToken(
  caller: Pick<TestCaller, 'headers'> = editor,
  scopes = ['read'],
): Promise<{ id: string; secret: string }> {
  const { data } = await ask(desk, caller, {
    path: 'token.create',
    type: 'mutation',
    input: { name: 'A program', scopes, days: 30 },
  });
  return data as { id: string; secret: string };
}

/** All that the database holds, as text. */
async function dump(): Promise<string> {
  const tables = await database.owner.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`;
  const rows = await Promise.all(
    tables.map(({ name }) =>
      database.owner.$queryRawUnsafe<{ text: string | null }[]>(`SELECT json_agg(t)::text AS text FROM ${name} t`),
    ),
  );
  return rows.map(([row]) => row?.text ?? '').join('\n');
}

describe('an API token', () => {
  it('acts for its person until it is revoked, at every instance', async () => {
    const { id, secret } = await newToken();
    expect((await ask(other, bearer(secret), me)).data).toMatchObject({ id: editor.userId, role: 'editor' });
    await ask(desk, editor, { path: 'token.revoke', type: 'mutation', input: { id } });
    expect((await ask(other, bearer(secret), me)).code).toBe('unauthenticated');
  });

  it('is known to the public’s role by its hash while it works, and by nothing else of it', async () => {
    const asReader = (secret: string) =>
      database.reader.$queryRaw<{ id: string | null }[]>`SELECT token_of(${hashOf(secret)}) AS id`;
    const person = await signedIn(desk, 'editor');
    const { id, secret } = await newToken(person);
    expect(await asReader(secret)).toEqual([{ id }]);
    expect(await asReader(`${secret}x`)).toEqual([{ id: null }]);
    await database.owner.user.update({ where: { id: person.userId }, data: { active: false } });
    expect(await asReader(secret)).toEqual([{ id: null }]);
    const revoked = await newToken();
    await ask(desk, editor, { path: 'token.revoke', type: 'mutation', input: { id: revoked.id } });
    expect(await asReader(revoked.secret)).toEqual([{ id: null }]);
  });

  it('ends with its time and with the deactivation of its person, and follows their role', async () => {
    const person = await signedIn(desk, 'editor');
    const { id, secret } = await newToken(person, ['write']);
    const submit = { path: 'record.discard', type: 'mutation', input: {} } as const;
    expect((await ask(desk, bearer(secret), submit)).code).toBe('invalid_input');
    await database.owner.user.update({ where: { id: person.userId }, data: { role: 'contributor' } });
    expect((await ask(desk, bearer(secret), submit)).code).toBe('forbidden');
    await database.owner.apiToken.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect((await ask(desk, bearer(secret), me)).code).toBe('unauthenticated');
  });

  it('ends with the password that its person had when it was made, changed or reset', async () => {
    const person = await personWithPassword(desk, 'editor');
    const cookie = await signInByPassword(desk, person);
    const session = { headers: { cookie, origin } };
    const changed = await newToken(session);
    const input = { current: person.password, password: 'nine green bicycles' };
    const { code } = await ask(desk, session, { path: 'account.changePassword', type: 'mutation', input });
    expect(code).toBeNull();
    expect((await ask(other, bearer(changed.secret), me)).code).toBe('unauthenticated');

    const again = {
      headers: { cookie: await signInByPassword(desk, { ...person, password: input.password }), origin },
    };
    const reset = await newToken(again);
    expect((await ask(other, bearer(reset.secret), me)).code).toBeNull();
    const link = await createResetLink(desk.db, person.email);
    await sendForm(desk, answerReset, { token: link?.secret ?? '', password: 'ten yellow bicycles' });
    expect((await ask(other, bearer(reset.secret), me)).code).toBe('unauthenticated');
  });

  it('is answered once, and kept so that the database does not give it away', async () => {
    const { secret } = await newToken();
    expect(await dump()).not.toContain(secret);
    const listed = await ask(desk, editor, { path: 'token.list', type: 'query', input: {} });
    expect(JSON.stringify(listed.data)).not.toContain(secret);
    // The search finds what is there: a token that were kept as it is would be seen.
    const { id } = await newToken();
    await database.owner.apiToken.update({ where: { id }, data: { name: secret } });
    expect(await dump()).toContain(secret);
  });

  it('shows when it was last used', async () => {
    const { id, secret } = await newToken();
    const lastUse = async () =>
      (await database.owner.apiToken.findUniqueOrThrow({ where: { id } })).lastUsedAt?.getTime() ?? null;
    expect(await lastUse()).toBeNull();
    await ask(desk, bearer(secret), me);
    expect(await lastUse()).not.toBeNull();
  });

  it('is taken from the header only, and in no other spelling', async () => {
    const { secret } = await newToken();
    const refused = async (address: string, headers: Record<string, string> = {}) =>
      (await readAnswer(await answerProcedure(desk, new Request(address, { headers })))).code;
    const at = `${origin}/api/trpc/user.me?input=%7B%7D`;
    for (const name of ['token', 'access_token', 'authorization', 'api_key', 'connectionParams']) {
      const expected = name === 'connectionParams' ? 'invalid_input' : 'unauthenticated';
      expect(await refused(`${at}&${name}=${secret}`), name).toBe(expected);
      expect(await refused(`${at}&${name}=Bearer%20${secret}`), name).toBe(expected);
    }
    for (const headers of [
      { authorization: secret },
      { authorization: `Basic ${Buffer.from(`:${secret}`).toString('base64')}` },
      { authorization: `Bearer ${secret}x` },
      { 'x-api-key': secret },
      { cookie: `__Host-rapporteur-session=${secret}` },
    ] as Record<string, string>[]) {
      expect(await refused(at, headers), Object.keys(headers)[0]).toBe('unauthenticated');
    }
    // A token that does not work is not made good by a session beside it.
    expect(await refused(at, { ...editor.headers, authorization: 'Bearer rapporteur_guess' })).toBe('unauthenticated');
  });

  it('takes the audit log as a file only with its scope, of an administrator', async () => {
    const administrator = await signedIn(desk, 'administrator');
    const file = async (secret: string) =>
      (await answerAuditFile(desk, new Request(`${origin}/audit/file?format=csv`, bearer(secret)))).status;
    expect(await file((await newToken(administrator, ['audit'])).secret)).toBe(200);
    expect(await file((await newToken(administrator, ['read', 'write'])).secret)).toBe(403);
    expect(await file((await newToken(editor, ['audit'])).secret)).toBe(403);
    expect(await file('rapporteur_guess')).toBe(401);
  });

  it('is one of twenty at most, however many are asked for at once', async () => {
    const person = await signedIn(desk, 'editor');
    const codes = await Promise.all(
      Array.from({ length: 24 }, async () => {
        const input = { name: 'A program', scopes: ['read'], days: 1 };
        return (await ask(desk, person, { path: 'token.create', type: 'mutation', input })).code;
      }),
    );
    expect(codes.filter((code) => code === null)).toHaveLength(20);
    expect(codes.filter((code) => code === 'limit_exceeded')).toHaveLength(4);
  });
});
