import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDesk } from '../testing/desk';
import { sendForm } from '../testing/forms';
import { personWithPassword, type TestPerson } from '../testing/person';
import type { Desk } from './desk';
import { answerForgotten } from './join';
import { answerPassword } from './password';

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

  it('does not show in the work that is done: a password is hashed, and a mail is asked for, either way', async () => {
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
