import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../policy';
import { invite, revokeInvitation } from './invite';
import { acceptInvitation } from './accept';
import { findLink } from './link';
import { createResetLink } from './reset';
import { changeRole, deactivate, reactivate } from './standing';
import { endSessionsOf } from './sessions';
import { createToken, holderOfToken, revokeTokensOf } from './token';

let database: TestDatabase;
let count = 0;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function person(role: Role) {
  count += 1;
  const user = { id: `person-${count}`, name: `Person ${count}`, email: `person-${count}@example.org`, role };
  await database.owner.user.create({ data: user });
  return { userId: user.id, role };
}
const admins = () => database.owner.user.findMany({ where: { role: 'administrator', active: true } });
const actions = async () =>
  (await database.owner.auditEntry.findMany({ orderBy: { id: 'asc' } })).map(({ action }) => action);

describe('the administrators', () => {
  it('are never fewer than one, whoever asks and however many at once', async () => {
    const { owner } = database;
    const [ada, ben] = [await person('administrator'), await person('administrator')];
    // Each removes the other at the same moment: one of them is left.
    const both = await Promise.allSettled([
      deactivate(owner, ada, { id: ben.userId }),
      changeRole(owner, ben, { id: ada.userId, role: 'editor' }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await admins()).toHaveLength(1);
    const [last] = await admins();
    // Nor by somebody who was an administrator when they asked, or never was one.
    const loser = last?.id === ada.userId ? ben : ada;
    for (const caller of [loser, { userId: 'nobody', role: 'administrator' } as const]) {
      await expect(deactivate(owner, caller, { id: last?.id ?? '' })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(changeRole(owner, caller, { id: last?.id ?? '', role: 'reader' })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    // The database itself refuses, so that no script can do it either.
    for (const data of [{ active: false }, { role: 'reader' }]) {
      await expect(owner.user.update({ where: { id: last?.id ?? '' }, data })).rejects.toThrow('administrator');
    }
    await expect(owner.user.updateMany({ data: { active: false } })).rejects.toThrow('administrator');
    await expect(owner.user.deleteMany({ where: { id: ben.userId } })).rejects.toThrow();
    expect(await admins()).toHaveLength(1);
  });

  it('would both go without the rule of the database', async () => {
    const { owner } = database;
    const [ada, ben] = [await person('administrator'), await person('administrator')];
    await owner.$executeRaw`ALTER TABLE "User" DISABLE TRIGGER keep_an_administrator`;
    try {
      await owner.user.updateMany({ where: { role: 'administrator' }, data: { role: 'reader' } });
      expect(await admins()).toHaveLength(0);
    } finally {
      await owner.user.updateMany({ where: { id: { in: [ada.userId, ben.userId] } }, data: { role: 'administrator' } });
      await owner.$executeRaw`ALTER TABLE "User" ENABLE TRIGGER keep_an_administrator`;
    }
  });

  it('change nobody’s role but that of others, and deactivate nobody but others', async () => {
    const ada = await person('administrator');
    for (const role of ['administrator', 'reader'] as const) {
      await expect(changeRole(database.owner, ada, { id: ada.userId, role })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    await expect(deactivate(database.owner, ada, { id: ada.userId })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('an invitation', () => {
  const credential = { kind: 'password', hash: 'hashed elsewhere' } as const;
  const join = (secret: string) => acceptInvitation(database.owner, { secret, name: 'A guest', credential });

  it('makes one person, with the role that the administrator chose, however many hold it', async () => {
    const ada = await person('administrator');
    const { secret } = await invite(database.owner, ada, { email: 'guest@example.org', role: 'publisher' });
    const before = (await actions()).length;
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => join(secret)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await database.owner.user.findMany({ where: { email: 'guest@example.org' } })).toMatchObject([
      { role: 'publisher', active: true },
    ]);
    expect((await actions()).slice(before)).toEqual(['user.join']);
    const kept = JSON.stringify(await database.owner.oneTimeLink.findMany());
    expect(kept).not.toContain(secret);
  });

  it('is spent by one statement: looking first and writing then would let two in', async () => {
    const ada = await person('administrator');
    const { id } = await invite(database.owner, ada, { email: 'race@example.org', role: 'editor' });
    let looked = 0;
    let both = () => {};
    const bothHaveLooked = new Promise<void>((resolve) => (both = resolve));
    const careless = () =>
      database.owner.$transaction(async (tx) => {
        const link = await tx.oneTimeLink.findUniqueOrThrow({ where: { id } });
        looked += 1;
        if (looked === 2) both();
        await bothHaveLooked;
        await tx.oneTimeLink.update({ where: { id }, data: { usedAt: new Date() } });
        return link.usedAt === null;
      });
    expect(await Promise.all([careless(), careless()])).toEqual([true, true]);
  });

  it('ends when it is taken back, replaced, too old, or when whoever made it loses their role', async () => {
    const { owner } = database;
    const [ada, eve] = [await person('administrator'), await person('administrator')];
    const works = async (secret: string) => (await findLink(owner, 'invitation', secret)) !== null;
    const first = await invite(owner, ada, { email: 'slow@example.org', role: 'editor' });
    const second = await invite(owner, ada, { email: 'slow@example.org', role: 'reader' });
    expect([await works(first.secret), await works(second.secret)]).toEqual([false, true]);
    await revokeInvitation(owner, ada, { id: second.id });
    expect(await works(second.secret)).toBe(false);
    await expect(join(second.secret)).rejects.toMatchObject({ code: 'unauthenticated' });

    const third = await invite(owner, eve, { email: 'slow@example.org', role: 'editor' });
    await owner.oneTimeLink.update({ where: { id: third.id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    await expect(join(third.secret)).rejects.toMatchObject({ code: 'unauthenticated' });
    const fourth = await invite(owner, eve, { email: 'slow@example.org', role: 'administrator' });
    await deactivate(owner, ada, { id: eve.userId });
    await expect(join(fourth.secret)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await owner.user.count({ where: { email: 'slow@example.org' } })).toBe(0);
  });

  it('is not made for somebody who is here, and leaves its link whole where they came meanwhile', async () => {
    const ada = await person('administrator');
    const { secret } = await invite(database.owner, ada, { email: 'twice@example.org', role: 'editor' });
    await database.owner.user.create({ data: { id: 'twice', name: 'Twice', email: 'twice@example.org' } });
    await expect(join(secret)).rejects.toMatchObject({ code: 'state_conflict' });
    expect(await findLink(database.owner, 'invitation', secret)).not.toBeNull();
    await expect(invite(database.owner, ada, { email: 'twice@example.org', role: 'editor' })).rejects.toMatchObject({
      code: 'state_conflict',
    });
  });
});

describe('a reset link', () => {
  it('is the only one of its person that works, however many ask for one at once, and not more than are counted', async () => {
    const { owner } = database;
    const { userId } = await person('editor');
    const { email } = await owner.user.findUniqueOrThrow({ where: { id: userId } });
    const made = await Promise.all(Array.from({ length: 6 }, () => createResetLink(owner, email, { atMost: 3 })));
    const links = made.filter((link) => link !== null);
    expect(links).toHaveLength(3);
    const working = await Promise.all(links.map(({ secret }) => findLink(owner, 'reset', secret)));
    expect(working.filter((link) => link !== null)).toHaveLength(1);
  });
});

describe('deactivation', () => {
  it('also ends what was asked for before it and done after it', async () => {
    const { owner } = database;
    const [ada, eve] = [await person('administrator'), await person('administrator')];
    const input = { name: 'A program', scopes: ['read'], days: 1 } as const;
    await changeRole(owner, ada, { id: eve.userId, role: 'editor' });
    // Her request came while she was still an administrator.
    const invited = invite(owner, eve, { email: 'late@example.org', role: 'administrator' });
    await expect(invited).rejects.toMatchObject({ code: 'forbidden' });
    const noor = await person('editor');
    const other = await invite(owner, ada, { email: 'open@example.org', role: 'reader' });
    for (const late of [
      () => changeRole(owner, eve, { id: noor.userId, role: 'administrator' }),
      () => deactivate(owner, eve, { id: noor.userId }),
      () => reactivate(owner, eve, { id: noor.userId }),
      () => endSessionsOf(owner, eve, { id: noor.userId }),
      () => revokeTokensOf(owner, eve, { id: noor.userId }),
      () => revokeInvitation(owner, eve, { id: other.id }),
    ])
      await expect(late()).rejects.toMatchObject({ code: 'forbidden' });
    await deactivate(owner, ada, { id: eve.userId });
    await expect(createToken(owner, eve, input)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await owner.apiToken.count({ where: { userId: eve.userId } })).toBe(0);
  });

  it('ends tokens for good, keeps the person, and stands in the log with who did it to whom', async () => {
    const { owner } = database;
    const [ada, noor] = [await person('administrator'), await person('editor')];
    const { secret } = await createToken(owner, noor, { name: 'A program', scopes: ['read'], days: 1 });
    expect(await holderOfToken(owner, secret)).not.toBeNull();
    await deactivate(owner, ada, { id: noor.userId });
    expect(await holderOfToken(owner, secret)).toBeNull();
    await reactivate(owner, ada, { id: noor.userId });
    expect(await holderOfToken(owner, secret)).toBeNull();
    const entries = await owner.auditEntry.findMany({ where: { subjectId: noor.userId }, orderBy: { id: 'asc' } });
    expect(entries.map(({ userId, action }) => [userId, action])).toEqual([
      [noor.userId, 'token.create'],
      [ada.userId, 'user.deactivate'],
      [ada.userId, 'user.reactivate'],
    ]);
    await expect(reactivate(owner, ada, { id: noor.userId })).rejects.toMatchObject({ code: 'state_conflict' });
    await expect(deactivate(owner, ada, { id: 'nobody' })).rejects.toMatchObject({ code: 'not_found' });
  });
});
