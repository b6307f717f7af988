import { createSetUpLink, isSetUp } from '@rapporteur/core/person/set-up';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDesk } from '../testing/desk';
import { cookieOf, locationOf, sendForm } from '../testing/forms';
import type { Desk } from './desk';
import { answerSetUp } from './join';
import { ensureUser } from './users';

let database: TestDatabase;
let desk: Desk;

beforeEach(async () => {
  database = await testDatabase();
  desk = testDesk(database, { origin: 'https://desk.example.org' });
});
afterEach(async () => {
  await desk.limiter.close();
  await database.close();
});

const finish = (token: string, email = 'ada@example.org') =>
  sendForm(desk, answerSetUp, { token, name: 'Ada Lund', email, password: 'seven slow ferries' });
const administrators = () => database.owner.user.count({ where: { role: 'administrator' } });

describe('setting a desk up', () => {
  it('needs the link of the host, which works once', async () => {
    expect(locationOf(await finish('a guess'))).toContain('problem=1');
    expect(await administrators()).toBe(0);
    const link = await createSetUpLink(desk.db);
    const response = await finish(link?.secret ?? '');
    expect(locationOf(response)).toBe('/');
    expect(cookieOf(response)).toContain('__Host-rapporteur-session=');
    expect(locationOf(await finish(link?.secret ?? '', 'eve@example.org'))).toContain('problem=1');
    expect(await administrators()).toBe(1);
  });

  it('makes one administrator, however many hold a link at once', async () => {
    const links = await Promise.all(Array.from({ length: 4 }, () => createSetUpLink(desk.db)));
    // Only the newest works; both of two that were printed before either ended are tried here by undoing that.
    await database.owner.oneTimeLink.updateMany({ data: { revokedAt: null } });
    const answers = await Promise.all(links.map((link, index) => finish(link?.secret ?? '', `a${index}@example.org`)));
    expect(answers.filter((answer) => locationOf(answer) === '/')).toHaveLength(1);
    expect(await administrators()).toBe(1);
  });

  it('is over once an administrator can sign in', async () => {
    const first = await createSetUpLink(desk.db);
    expect(locationOf(await finish(first?.secret ?? ''))).toBe('/');
    expect(await isSetUp(desk.db)).toBe(true);
    expect(await createSetUpLink(desk.db)).toBeNull();
  });

  it('is not over while the only administrator has no way in of their own', async () => {
    await ensureUser(desk.db, { name: 'By the host', email: 'host@example.org', role: 'administrator' });
    expect(await isSetUp(desk.db)).toBe(false);
    expect(await createSetUpLink(desk.db)).not.toBeNull();
  });

  it('ends the links that were printed before', async () => {
    const [before, after] = [await createSetUpLink(desk.db), await createSetUpLink(desk.db)];
    expect(locationOf(await finish(before?.secret ?? ''))).toContain('problem=1');
    expect(locationOf(await finish(after?.secret ?? ''))).toBe('/');
  });

  it('would let two in without its lock: the count of administrators is what tells', async () => {
    let looked = 0;
    let both = () => {};
    const bothHaveLooked = new Promise<void>((resolve) => (both = resolve));
    const makeWithoutLock = (email: string) =>
      database.owner.$transaction(async (tx) => {
        if (await isSetUp(tx)) return false;
        looked += 1;
        if (looked === 2) both();
        await bothHaveLooked;
        await tx.user.create({ data: { id: email, name: email, email, role: 'administrator' } });
        return true;
      });
    const made = await Promise.all([makeWithoutLock('a@example.org'), makeWithoutLock('b@example.org')]);
    expect(made).toEqual([true, true]);
    expect(await administrators()).toBe(2);
  });
});
