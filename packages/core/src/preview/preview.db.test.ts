import type { Published } from '@rapporteur/db/clients';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import { RapporteurError } from '@rapporteur/domain/errors';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importBundle, type ImportPeople } from '../bundle/import';
import { bundleOf, sampleMeeting, samplePeople, sampleSource, sampleState } from '../bundle/sample';
import { can, roles } from '../policy';
import { createDraft } from '../record/create';
import { discard } from '../record/discard';
import { publish } from '../record/publish';
import { approve } from '../record/review';
import { saveDraft } from '../record/save';
import { setChange } from '../record/set-change';
import { submit } from '../record/submit';
import { withdraw } from '../record/withdraw';
import { withoutCondition } from '../testing/preview-condition';
import { listPreviews, revokePreview } from './list';
import { makePreview } from './make';
import { readPreview } from './read';
import { hashToken } from './token';

// Cases A08 and A11 of the security catalogue: what a token of a preview is bound to, decided by the database.

let database: TestDatabase;
let people: ImportPeople;
let published: Published;
let count = 0;

beforeAll(async () => {
  database = await testDatabase();
  people = await samplePeople(database.owner);
  await importBundle(database.owner, bundleOf(sampleSource, sampleState(), sampleMeeting), people);
  published = database.reader;
});
afterAll(() => database.close());

interface Shown {
  id: string;
  version: number;
  token: string;
  preview: string;
}

/** A draft about a meeting at which the sample state took part, with a preview of it by the importer. */
async function shown(slug = `draft-${(count += 1)}`): Promise<Shown> {
  const { owner } = database;
  const state = await owner.record.findUniqueOrThrow({ where: { kind_slug: { kind: 'actor', slug: 'sampleland' } } });
  const content = {
    ...sampleMeeting.content,
    title: `CNRY-DRAFT ${slug}`,
    participants: [{ actor: state.id, role: 'participant' }],
  };
  const meeting = await owner.revision.findFirstOrThrow({
    where: { record: { slug: 'sample-meeting' }, state: 'live' },
  });
  const { id, lockVersion } = await createDraft(owner, people.importer, {
    kind: 'event',
    slug,
    content,
    citations: meeting.citations,
  });
  const made = await makePreview(owner, people.importer, { id, revision: 1, hours: 1 });
  return { id, version: lockVersion, token: made.token, preview: made.id };
}

const works = async ({ token }: { token: string }) => (await readPreview(published, token)) !== null;
const target = ({ id, version }: Shown) => ({ id, expectedVersion: version });
const importerId = () => people.importer?.userId ?? '';

/** Each way in which a preview ends, and the condition of the function that ends it. */
const endings: Record<
  string,
  { condition: string; end: (made: Shown) => Promise<unknown>; undo?: () => Promise<unknown> }
> = {
  'it is revoked': {
    condition: `t."revokedAt" IS NULL`,
    end: ({ preview }) => revokePreview(database.owner, people.importer, preview),
  },
  'its time is over': {
    condition: `t."expiresAt" > clock_timestamp()`,
    end: ({ preview }) =>
      database.owner
        .$executeRaw`UPDATE "PreviewToken" SET "createdAt" = now() - interval '2 hours', "expiresAt" = now() - interval '1 second' WHERE "id" = ${preview}`,
  },
  'the revision is published': {
    condition: `r."state" IN ('draft', 'in_review', 'approved', 'scheduled')`,
    end: async (made) => {
      const submitted = await submit(database.owner, people.importer, target(made));
      const approved = await approve(database.owner, people.reviewer, {
        id: made.id,
        expectedVersion: submitted.lockVersion,
      });
      // The very text that was submitted and approved is still shown.
      expect(await works(made)).toBe(true);
      await publish(database.owner, people.reviewer, { id: made.id, expectedVersion: approved.lockVersion });
    },
  },
  'the revision is given up': {
    condition: `r."state" IN ('draft', 'in_review', 'approved', 'scheduled')`,
    end: (made) => discard(database.owner, people.importer, target(made)),
  },
  'its text is another': {
    condition: `(r."contentHash", r."change") = (t."contentHash", t."change")`,
    end: async (made) => {
      const { content, citations } = await database.owner.revision.findFirstOrThrow({ where: { recordId: made.id } });
      await saveDraft(database.owner, people.importer, {
        ...target(made),
        content: { ...(content as object), title: 'Another title' },
        citations,
      });
    },
  },
  'its note is another': {
    condition: `r."note" IS NOT DISTINCT FROM t."note"`,
    end: (made) => setChange(database.owner, people.importer, { ...target(made), change: 'publish', note: 'A note.' }),
  },
  'who made it is not active any more': {
    condition: `u."active"`,
    end: () => database.owner.user.update({ where: { id: importerId() }, data: { active: false } }),
    undo: () => database.owner.user.update({ where: { id: importerId() }, data: { active: true } }),
  },
  'who made it may not see the desk any more': {
    condition: `u."role" IN ('contributor', 'editor', 'publisher', 'administrator')`,
    end: () => database.owner.user.update({ where: { id: importerId() }, data: { role: 'reader' } }),
    undo: () => database.owner.user.update({ where: { id: importerId() }, data: { role: 'editor' } }),
  },
};

/** The ways of ending a preview that do not end it. */
async function breaches(): Promise<string[]> {
  const found: string[] = [];
  for (const [what, { end, undo }] of Object.entries(endings)) {
    const made = await shown();
    expect(await works(made)).toBe(true);
    await end(made);
    if (await works(made)) found.push(what);
    await undo?.();
  }
  return found;
}

describe('a preview', () => {
  test('shows the page as it would be read, to the public’s role', async () => {
    const made = await shown('shown-whole');
    const view = await readPreview(published, made.token);
    expect(view).toMatchObject({
      approved: false,
      record: { kind: 'event', title: 'CNRY-DRAFT shown-whole', revisionNumber: 1 },
    });
    expect(Object.values(view?.record.links ?? {}).map(({ title }) => title)).toContain('Sampleland');
    expect(view?.record.citations.length).toBeGreaterThan(0);
  });

  test('ends with everything that it is bound to', async () => {
    expect(await breaches()).toEqual([]);
  });

  test.each([...new Set(Object.values(endings).map(({ condition }) => condition))])(
    'would be noticed to go on without: %s',
    async (condition) => {
      const expected = Object.entries(endings).flatMap(([what, ending]) =>
        ending.condition === condition ? [what] : [],
      );
      expect(await withoutCondition(database.connection, condition, breaches)).toEqual(expected);
    },
  );

  test('shows nothing of what was withdrawn since it was made', async () => {
    const { owner } = database;
    const [kept, named] = [await shown('unrelated'), await shown('withdrawn-since')];
    // A record that the view of the second names is published and withdrawn afterwards.
    const about = async (view: Shown) => {
      const { view: json } = await owner.previewToken.findUniqueOrThrow({ where: { id: view.preview } });
      return json;
    };
    const submitted = await submit(owner, people.importer, target(kept));
    const approved = await approve(owner, people.reviewer, { id: kept.id, expectedVersion: submitted.lockVersion });
    const live = await publish(owner, people.reviewer, { id: kept.id, expectedVersion: approved.lockVersion });
    await owner.$executeRaw`UPDATE "PreviewToken" SET "view" = jsonb_set("view", '{links}', ("view" -> 'links') ||
      jsonb_build_object(${kept.id}::text, jsonb_build_object('id', ${kept.id}::text, 'kind', 'event', 'slug', 'unrelated', 'title', 'T', 'state', 'live')))
      WHERE "id" = ${named.preview}`;
    expect(JSON.stringify(await about(named))).toContain(kept.id);
    const other = await shown('names-it-not');
    expect([await works(named), await works(other)]).toEqual([true, true]);
    const withdrawal = { id: kept.id, expectedVersion: live.lockVersion, reason: 'It was wrong.' };
    await withdraw(owner, people.reviewer, withdrawal);
    expect([await works(named), await works(other)]).toEqual([false, true]);
  });

  test('belongs to its record and revision, and no other token is one', async () => {
    const [one, other] = [await shown(), await shown()];
    expect((await readPreview(published, one.token))?.record.id).toBe(one.id);
    expect((await readPreview(published, other.token))?.record.id).toBe(other.id);
    for (const token of ['', 'x', one.token.slice(1), `${one.token} `, one.token.toLowerCase(), hashToken(one.token)])
      expect(await readPreview(published, token), token).toBeNull();
  });

  test('is kept as a hash, given once, and can be listed and revoked without it', async () => {
    const { owner } = database;
    const made = await shown();
    const rows = await owner.$queryRaw<{ text: string }[]>`
      SELECT t::text AS text FROM "PreviewToken" t UNION ALL SELECT a::text FROM "AuditEntry" a`;
    expect(rows.some(({ text }) => text.includes(made.token))).toBe(false);
    expect(rows.some(({ text }) => text.includes(hashToken(made.token)))).toBe(true);
    expect(await listPreviews(owner, people.reviewer, made.id)).toMatchObject([
      { id: made.preview, revision: 1, ended: null },
    ]);
    await revokePreview(owner, people.reviewer, made.preview);
    expect(await listPreviews(owner, people.reviewer, made.id)).toMatchObject([{ ended: 'revoked' }]);
  });

  test('is revoked by who made it or who publishes, and made of an open revision only', async () => {
    const { owner } = database;
    const made = await shown();
    const refusal = (work: Promise<unknown>) =>
      work.then(
        () => null,
        (error: unknown) => (error instanceof RapporteurError ? error.code : error),
      );
    const somebody = { userId: 'somebody', role: 'editor' as const };
    expect(await refusal(revokePreview(owner, somebody, made.preview))).toBe('forbidden');
    const live = await owner.record.findUniqueOrThrow({ where: { kind_slug: { kind: 'actor', slug: 'sampleland' } } });
    const make = (input: { id: string; revision: number }) =>
      makePreview(owner, people.importer, { ...input, hours: 1 });
    expect(await refusal(make({ id: live.id, revision: 1 }))).toBe('state_conflict');
    expect(await refusal(make({ id: made.id, revision: 2 }))).toBe('state_conflict');
    for (let n = 0; n < 19; n += 1) await make({ id: made.id, revision: 1 });
    expect(await refusal(make({ id: made.id, revision: 1 }))).toBe('limit_exceeded');
  });

  test('asks of its maker what the policy asks of whoever sees the desk', async () => {
    const { owner } = database;
    const made = await shown();
    // The last administrator has to stay one.
    await owner.user.create({
      data: { id: 'other', name: 'Other', email: 'other@example.org', role: 'administrator' },
    });
    for (const role of roles) {
      await owner.user.update({ where: { id: importerId() }, data: { role } });
      expect(await works(made), role).toBe(can({ userId: importerId(), role }, 'desk.read'));
    }
    await owner.user.update({ where: { id: importerId() }, data: { role: 'editor' } });
  });
});
