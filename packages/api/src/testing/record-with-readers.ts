import { importBundle, type ImportPeople } from '@rapporteur/core/bundle/import';
import {
  bundleOf,
  sampleIssue,
  samplePeople,
  sampleSource,
  sampleState,
  sampleStatement,
} from '@rapporteur/core/bundle/sample';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { alertsOf } from './alerts';
import { startMailServer, type MailServer } from './mail-server';

/** The site that mails lead back to. */
export const origin = 'https://record.example.org';

/** What Sampleland, or another, said. */
export const said = (slug: string, text: string, speaker = 'actors/sampleland') => {
  const sample = sampleStatement(slug, speaker);
  return { ...sample, content: { ...sample.content, text, claims: [{ text, role: 'claim', issue: null }] } };
};

/** A record with readers, for one test file: its database, and for each test a real SMTP server and nobody who follows. */
export function recordWithReaders() {
  let database: TestDatabase;
  let server: MailServer;
  let people: ImportPeople;
  const put = (...lines: unknown[]) => importBundle(database.owner, bundleOf(...lines), people);
  /** Starts a mail server in the place of the one before. */
  const startMail = async (): Promise<void> => {
    server = await startMailServer();
    vi.stubEnv('SMTP_URL', server.url);
  };

  beforeAll(async () => {
    database = await testDatabase();
    people = await samplePeople(database.owner);
    await put(sampleSource, sampleState(), sampleState('otherland'), sampleIssue);
    await put(said('was-calm', 'It was calm.'), said('short', 'It was short.'));
  });
  beforeEach(async () => {
    await startMail();
    vi.stubEnv('MAIL_FROM', 'The record <record@example.org>');
    vi.stubEnv('WEB_ORIGIN', origin);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await server.close();
    await database.owner.alert.deleteMany();
    await database.owner.$executeRaw`DELETE FROM "RateLimit"`;
    await database.owner.$executeRaw`SELECT graphile_worker.complete_jobs(array_agg(id)) FROM graphile_worker.jobs`;
  });
  afterAll(() => database.close());

  return {
    ...alertsOf(
      () => database,
      () => server,
    ),
    put,
    startMail,
    owner: () => database.owner,
    server: () => server,
    importer: () => people.importer,
    idOf: async (slug: string) => (await database.owner.record.findFirstOrThrow({ where: { slug } })).id,
    mailsTo: (address: string) => server.received.filter(({ recipients }) => recipients.includes(address)),
  };
}
