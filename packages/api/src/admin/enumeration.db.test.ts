import type * as Passwords from '@rapporteur/core/person/password';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { testDesk } from '../testing/desk';
import { sendForm } from '../testing/forms';
import { personWithPassword, type TestPerson } from '../testing/person';
import type { Desk } from './desk';
import { answerForgotten } from './join';
import { answerPassword } from './password';
import { ensureUser } from './users';

// Case C03 of the security catalogue. The real hashing of passwords, with a record of what it was asked to do: how long an
// answer takes is how much of this it does.
const work = vi.hoisted(() => [] as string[]);
vi.mock('@rapporteur/core/person/password', async (load) => {
  const real = await load<typeof Passwords>();
  const hashed = (hash: string) => work.push(/^\$argon2id\$v=19\$[^$]+/.exec(hash)?.[0] ?? 'another hash');
  return {
    ...real,
    hashPassword: async (password: string) => {
      const hash = await real.hashPassword(password);
      hashed(hash);
      return hash;
    },
    checkPassword: (hash: string, password: string) => {
      hashed(hash);
      return real.checkPassword(hash, password);
    },
  };
});

let database: TestDatabase;
let desk: Desk;
let person: TestPerson;

beforeAll(async () => {
  database = await testDatabase();
  const mailer = { send: () => Promise.resolve() };
  desk = testDesk(database, { origin: 'https://desk.example.org', mailer });
  person = await personWithPassword(desk, 'editor');
});
afterAll(async () => {
  await desk.limiter.close();
  await database.close();
});

type Asked = (email: string) => Promise<Response>;
/** The same length as a known address, so that answers that hold it are of one length. */
const unknown = () => person.email.replace('person', 'nobody');

/** All that an answer says, with the address itself taken out. */
async function heard(asked: Asked, email: string): Promise<string> {
  const response = await asked(email);
  const headers = [...response.headers].map(
    ([name, value]) => `${name}: ${decoded(value).replaceAll(email, 'ADDRESS')}`,
  );
  return [response.status, ...headers, await response.text()].join('\n');
}
const decoded = (value: string) =>
  value.replace(/(?<=rapporteur-form=)[\w-]+/, (text) => Buffer.from(text, 'base64url').toString());

const wrongPassword: Asked = (email) =>
  sendForm(
    desk,
    answerPassword,
    { email, password: 'not the password', next: '/' },
    { from: `192.0.2.${email.length}` },
  );
const forgotten: Asked = (email) => sendForm(desk, answerForgotten, { email });

describe('whether an address is somebody’s', () => {
  it.each([
    ['signing in', wrongPassword],
    ['asking for a reset link', forgotten],
  ])('is not told by %s', async (_what, asked) => {
    expect(await heard(asked, unknown())).toBe(await heard(asked, person.email));
  });

  it('is noticed where it is told', async () => {
    const telling: Asked = async (email) => {
      const known = await desk.db.user.findUnique({ where: { email } });
      return known === null ? new Response('There is no such address.') : wrongPassword(email);
    };
    expect(await heard(telling, unknown())).not.toBe(await heard(telling, person.email));
  });

  it('does not show in the work that is done: one password is hashed at the same cost, for whomever', async () => {
    const withoutPassword = await ensureUser(desk.db, { name: 'A key', email: 'key@example.org', role: 'editor' });
    const gone = await personWithPassword(desk, 'editor');
    await desk.db.user.update({ where: { id: gone.userId }, data: { active: false } });
    expect(withoutPassword.id).not.toBe('');
    const done: string[][] = [];
    for (const email of [person.email, unknown(), 'key@example.org', gone.email]) {
      work.length = 0;
      await wrongPassword(email);
      done.push([...work]);
    }
    expect(done).toEqual(done.map(() => ['$argon2id$v=19$m=19456,t=2,p=1']));
    // An address that is looked up first does no such work.
    work.length = 0;
    await desk.db.user.findUnique({ where: { email: unknown() } });
    expect(work).toEqual([]);
  });

  it('does not show in the work that is left: a mail is asked for either way', async () => {
    const jobs = () => database.owner.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE task_identifier = 'person.reset'`;
    const counts: (number | undefined)[] = [];
    for (const email of [unknown(), person.email]) {
      const before = (await jobs())[0]?.count ?? 0;
      await forgotten(email);
      counts.push(((await jobs())[0]?.count ?? 0) - before);
    }
    expect(counts).toEqual([1, 1]);
  });
});
