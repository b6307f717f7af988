import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import type { RapporteurError } from '@rapporteur/domain/errors';
import { selectPassage } from '@rapporteur/domain/passage';
import { afterAll, beforeAll, expect } from 'vitest';
import { importBundle } from '../bundle/import';
import { bundleOf, sampleSource, sampleState, sampleText } from '../bundle/sample';
import type { Caller } from '../policy';
import { createDraft } from '../record/create';
import { approve } from '../record/review';
import { submit } from '../record/submit';
import { fingerprint } from '../source/text';

export const author: Caller = { userId: 'usr-author', role: 'editor' };
export const publisher: Caller = { userId: 'usr-publisher', role: 'publisher' };

export const stateContent = (name: string) => ({
  type: 'state' as const,
  names: [{ text: name, language: 'en', use: 'preferred' as const }],
  description: null,
  identifiers: [],
  memberships: [],
  offices: [],
});

/** The refusal of what must be refused. */
export const refused = (work: Promise<unknown>): Promise<RapporteurError> =>
  work.then(
    () => expect.fail('was not refused'),
    (error: unknown) => error as RapporteurError,
  );

/** A database of its own for the tests of a file, with a source and two states, and records made of them that wait to be published. */
export function approvedRecords() {
  let database: TestDatabase;
  let source: string;
  let state: string;
  beforeAll(async () => {
    database = await testDatabase();
    await importBundle(database.owner, bundleOf(sampleSource, sampleState(), sampleState('sampleland-again')), {
      importer: author,
      reviewer: publisher,
    });
    source = (await find('source', 'sample-report')).id;
    state = (await find('actor', 'sampleland')).id;
  });
  afterAll(() => database.close());

  const find = (kind: string, slug: string) =>
    database.owner.record.findUniqueOrThrow({ where: { kind_slug: { kind, slug } } });

  const cite = (field: string) => {
    const passage = { source, ...selectPassage(sampleText, 0, 10, fingerprint(sampleText).sha256) };
    return { field, role: 'supports' as const, passage };
  };

  async function approveOpen({ id, lockVersion }: { id: string; lockVersion: number }) {
    const submitted = await submit(database.owner, author, { id, expectedVersion: lockVersion });
    return approve(database.owner, publisher, { id, expectedVersion: submitted.lockVersion });
  }

  /** A record with one approved revision. */
  async function prepare(kind: 'actor' | 'statement', slug: string, content: unknown, fields: readonly string[]) {
    const draft = await createDraft(database.owner, author, { kind, slug, content, citations: fields.map(cite) });
    return approveOpen(draft);
  }

  const statementContent = (text: string, speaker: string) => ({
    text,
    speech: 'indirect' as const,
    act: 'asserts' as const,
    speaker,
    capacity: null,
    onBehalfOf: null,
    date: '2021-05-03',
    event: null,
    channel: null,
    originalLanguage: null,
    claims: [{ text, role: 'claim' as const, issue: null }],
    programmes: [],
    attribution: [],
    reports: [{ source, repeats: null }],
  });

  return {
    database: () => database,
    source: () => source,
    state: () => state,
    find,
    cite,
    approveOpen,
    prepareState: (slug: string) => prepare('actor', slug, stateContent(slug), ['/names/0']),
    prepareStatement: (slug: string, text: string, speaker: string) =>
      prepare('statement', slug, statementContent(text, speaker), ['/speaker', '/date', '/claims/0']),
  };
}
