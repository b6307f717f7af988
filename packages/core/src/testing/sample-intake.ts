import type { PrismaClient } from '@rapporteur/db/generated/client';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import type { AnyPayload } from '@rapporteur/domain/intake/proposal';
import type { IntakeView, SentView } from '@rapporteur/domain/intake/views';
import { afterAll, beforeAll } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, sampleMeeting, samplePeople, sampleSource, sampleState } from '../bundle/sample';
import { decide } from '../intake/decide';
import { getItem } from '../intake/read-items';
import type { Read } from '../intake/reading';
import { sendToDrafts } from '../intake/send';
import type { Proposed } from '../intake/suggestion';
import type { Caller } from '../policy';
import { proposal, readItem } from './intake';

/** The intake of a file's tests: a database of its own with the sample record, and the steps of somebody who may decide. */
export interface SampleIntake {
  /** The database, as its owner. */
  readonly db: PrismaClient;
  readonly caller: Caller;
  /** The id of a record of the sample. */
  idOf: (slug: string) => string;
  /** Takes a text in, and reads it as the worker would. Answers its id. */
  take: (text: string, proposed: readonly Proposed[], more?: Partial<Read>) => Promise<string>;
  read: (item: string) => Promise<IntakeView>;
  /** The id of a proposal. */
  suggestion: (item: string, number: number) => Promise<string>;
  /** Decides on all that is left. */
  decideAll: (item: string, decision?: 'accepted' | 'rejected') => Promise<void>;
  send: (item: string) => Promise<SentView>;
}

/** Opens the intake before a file's tests, and closes it after them. */
export function sampleIntake(): SampleIntake {
  let database: TestDatabase;
  let people: ImportPeople;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    database = await testDatabase();
    people = await samplePeople(database.owner);
    await importBundle(database.owner, bundleOf(sampleSource, sampleState(), sampleMeeting), people);
    for (const { slug, id } of await database.owner.record.findMany()) ids.set(slug, id);
  });
  afterAll(() => database.close());
  const read = (item: string) => getItem(database.owner, people.importer, item);
  return {
    get db() {
      return database.owner;
    },
    get caller() {
      return people.importer;
    },
    idOf: (slug) => ids.get(slug) ?? '',
    take: (text, proposed, more) => readItem(database.owner, people.importer, text, proposed, more),
    read,
    suggestion: async (item, number) => (await read(item)).suggestions.find((one) => one.number === number)?.id ?? '',
    decideAll: async (item, decision = 'accepted') => {
      for (const one of (await read(item)).suggestions)
        if (one.decision === null) await decide(database.owner, people.importer, { id: one.id, decision });
    },
    send: async (item) =>
      sendToDrafts(database.owner, people.importer, { id: item, expectedVersion: (await read(item)).lockVersion }),
  };
}

let count = 0;
/** Words that no other text of the file has: two states that met. */
export const meetingText = () =>
  `Sampleland sat down with Otherland for a meeting in the spring, number ${(count += 1)}.`;

const state = (name: string): AnyPayload => ({
  kind: 'actor',
  payload: { name, type: 'state', role: null, affiliation: null, identifiers: [] },
});

/** What such a text suggests: a state that is on record, one that is not, and their meeting, which is. */
export const meetingProposals = (text: string) => [
  proposal(text, 'Sampleland', state('Sampleland')),
  proposal(text, 'Otherland', state('Otherland'), 0.4),
  proposal(
    text,
    'a meeting',
    {
      kind: 'event',
      payload: { title: 'A meeting', type: 'meeting', date: '2021-05-03', place: null, participants: ['#1'] },
    },
    0.6,
  ),
];
