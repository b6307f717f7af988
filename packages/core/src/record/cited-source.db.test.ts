import { asOf } from '@rapporteur/db/clients';
import { transaction } from '@rapporteur/db/transaction';
import { selectPassage } from '@rapporteur/domain/passage';
import { searchFilter } from '@rapporteur/domain/search/views';
import type { RecordAnswer } from '@rapporteur/domain/views';
import { describe, expect, test } from 'vitest';
import { sampleText } from '../bundle/sample';
import { previewPublication } from '../publication/preview';
import { search } from '../search/find';
import { storeSourceText } from '../source/store';
import { fingerprint } from '../source/text';
import { approvedRecords, author, publisher, refused, stateContent } from '../testing/approved-records';
import { verify } from '../verify';
import { createDraft } from './create';
import { discard } from './discard';
import { permalink, type PermalinkReads } from './permalink';
import { publish, publishSet } from './publish';
import { getRecord } from './read';
import { saveDraft } from './save';

const { database, source, state, find, approveOpen, prepareState, prepareStatement } = approvedRecords();

describe('a source that is cited', () => {
  const newer = `${sampleText} It was corrected.`;

  async function corrected(versions: readonly string[], rights: 'full' | 'passages' = 'full') {
    const { id, lockVersion } = await find('source', 'sample-report');
    const live = await database().owner.revision.findFirstOrThrow({ where: { recordId: id, state: 'live' } });
    const texts = versions.map((text) => ({ sha256: fingerprint(text).sha256, fetched: '2021-05-06T00:00:00Z' }));
    const content = { ...(live.content as object), rights, versions: texts };
    const note = 'The text was another one.';
    const change = { change: 'correct' as const, note, content, citations: [] };
    return approveOpen(await saveDraft(database().owner, author, { id, expectedVersion: lockVersion, ...change }));
  }

  test('loses no version that others rest on, and each of them is named', async () => {
    await storeSourceText(database().owner, author, newer);
    const speaker = await prepareState('resting-state');
    await transaction(database().owner, (tx) => publishSet(tx, publisher, [speaker.id]));
    const ready = await corrected([newer]);
    const error = await refused(
      publish(database().owner, publisher, { id: ready.id, expectedVersion: ready.lockVersion }),
    );
    expect(error.code).toBe('missing_evidence');
    expect(error.issues.map(({ path }) => path)).toContain('/sources/sample-report/versions');
    expect(error.issues.map(({ message }) => message).join('\n')).toContain(`“resting-state” (${speaker.id}/names/0)`);
    await expect(previewPublication(database().owner, publisher, { id: ready.id, revision: 2 })).rejects.toMatchObject({
      code: 'missing_evidence',
    });
    await discard(database().owner, author, { id: ready.id, expectedVersion: ready.lockVersion });
  });

  test('loses none in the database either, and none is cited that it lacks', async () => {
    for (const [planted, refusal] of [
      ['DELETE FROM "SourceVersion" WHERE "recordId" = $1', /is not taken away/],
      [`UPDATE "SourceVersion" SET "sha256" = repeat('a', 64) WHERE "recordId" = $1`, /is not taken away/],
      [`UPDATE "Passage" SET "sha256" = repeat('a', 64) WHERE "recordId" = $1`, /no public version/],
    ] as const)
      await expect(
        transaction(database().owner, async (tx) => {
          await tx.$executeRaw`SELECT history.begin_publication()`;
          await tx.$executeRawUnsafe(planted, source());
        }),
      ).rejects.toThrow(refusal);
    expect(await verify(database().owner)).toEqual([]);
  });

  test('may gain one before those that it has, and what cites the new one is shown with it before either is public', async () => {
    const ready = await corrected([newer, sampleText]);
    const sha256 = fingerprint(newer).sha256;
    const passage = { source: source(), ...selectPassage(newer, newer.length - 14, newer.length, sha256) };
    const content = stateContent('newly-cited');
    const citations = [{ field: '/names/0', role: 'supports' as const, passage }];
    const early = await createDraft(database().owner, author, {
      kind: 'actor',
      slug: 'newly-cited',
      content,
      citations,
    });
    const { after, together } = await previewPublication(database().owner, publisher, { id: early.id, revision: 1 });
    expect(after.citations[0]?.passage).toMatchObject({ version: 1, versions: 2 });
    expect(together.map(({ slug }) => slug)).toEqual(['sample-report']);
    await publish(database().owner, publisher, { id: ready.id, expectedVersion: ready.lockVersion });
    const old = await getRecord(database().reader, { id: state() });
    expect(old?.found === 'live' && old.record.citations[0]?.passage).toMatchObject({ version: 2, versions: 2 });
    expect(await verify(database().owner)).toEqual([]);
  });

  /** Where the whole text of the source is given: now, by its first permalink, as of an instant, and by a search of then. */
  async function wholeTexts(then: Date) {
    const { reader, past } = database();
    const given = (answer: RecordAnswer | null | undefined) =>
      answer?.found === 'live' &&
      answer.record.kind === 'source' &&
      answer.record.texts.some(({ text }) => text !== null);
    const reads: PermalinkReads = { read: (run) => run(reader), readAt: (instant, run) => asOf(past, instant, run) };
    const query = { question: 'short', filter: searchFilter.parse({}), sort: 'relevance' as const, limit: 20 };
    const found = await asOf(past, then, (published) => search(published, query));
    return [
      given(await getRecord(reader, { id: source() })),
      given((await permalink(reads, source(), 1))?.answer),
      given(await asOf(past, then, (published) => getRecord(published, { id: source() }))),
      found.items.some(({ record }) => record.id === source()),
    ];
  }

  test('gives its whole text nowhere once its rights are narrowed, not as of a date before either', async () => {
    const { recordedAt } = await database().owner.publication.findFirstOrThrow({ orderBy: { sequence: 'desc' } });
    expect(await wholeTexts(recordedAt)).toEqual([true, true, true, true]);
    for (const [rights, shown] of [
      ['passages', false],
      ['full', true],
    ] as const) {
      const { id, lockVersion } = await corrected([newer, sampleText], rights);
      await publish(database().owner, publisher, { id, expectedVersion: lockVersion });
      expect(await wholeTexts(recordedAt)).toEqual([shown, shown, shown, shown]);
    }
    expect(await verify(database().owner)).toEqual([]);
  });

  test('is looked through for its passages when it has a newer text: readers see what became of each', async () => {
    const { reader, past, owner } = database();
    const records = [await prepareState('moving-state'), await prepareStatement('said-then', 'It was calm.', state())];
    await transaction(owner, (tx) =>
      publishSet(
        tx,
        publisher,
        records.map(({ id }) => id),
      ),
    );
    const stateAt = (published: typeof reader) =>
      getRecord(published, { id: records[1]?.id ?? '' }).then((answer) =>
        answer?.found === 'live' ? answer.record.citations.map(({ passage }) => passage.state) : [],
      );
    const { recordedAt } = await owner.publication.findFirstOrThrow({ orderBy: { sequence: 'desc' } });
    const texts = [`It is said that ${sampleText}`, 'Nothing of it is left.', sampleText];
    for (const [text, became] of texts.map(
      (each, index) => [each, ['moved', 'gone', 'verified'][index] ?? ''] as const,
    )) {
      await storeSourceText(owner, author, text);
      const kept = [newer, sampleText].filter((each) => each !== text);
      const { id, lockVersion } = await corrected([...kept, text]);
      await publish(owner, publisher, { id, expectedVersion: lockVersion });
      expect(new Set(await stateAt(reader))).toEqual(new Set([became]));
      // What cites an older version from now on is told so from the beginning.
      const later = await prepareState(`later-${became}`);
      await publish(owner, publisher, { id: later.id, expectedVersion: later.lockVersion });
      const shown = await getRecord(reader, { id: later.id });
      expect(shown?.found === 'live' && shown.record.citations[0]?.passage.state).toBe(became);
    }
    expect(new Set(await asOf(past, recordedAt, (published) => stateAt(published as typeof reader)))).toEqual(
      new Set(['verified']),
    );
    expect(await verify(owner)).toEqual([]);
  });
});
