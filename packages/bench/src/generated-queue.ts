import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';

const people = 40;

/** The id of the n-th generated person of the desk, n from 1. */
export const personId = (n: number): string => `bench-person-${n}`;

/**
 * Fills the desk with records in every state: nine kinds, forty people, two thirds public, some overdue, some with fields
 * that lack a passage, some whose text is that of a change to what is public. Their contents are empty: lists read none.
 */
export async function generateQueue(owner: PrismaClient, count: number): Promise<void> {
  await owner.user.createMany({
    data: Array.from({ length: people }, (_, index) => ({
      id: personId(index + 1),
      name: `${['Ágnes', 'Bohdan', 'Çiğdem', 'Dag', 'Élise', 'Флора', 'Göran', 'Hana'][index % 8]} ${index + 1}`,
      email: `person-${index + 1}@bench.invalid`,
      role: 'publisher',
    })),
  });
  await transaction(owner, (tx) => insert(tx, count), { timeout: 600_000 });
  await owner.$executeRawUnsafe('VACUUM ANALYZE');
}

async function insert(tx: Transaction, count: number): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Record" ("id", "kind", "slug", "assigneeId", "dueOn", "updatedAt")
    SELECT (ARRAY['src', 'act', 'evt', 'prg', 'iss', 'stm', 'pos', 'com', 'art'])[1 + n % 9] || '_' || lpad(n::text, 26, '0'),
      (ARRAY['source', 'actor', 'event', 'programme', 'issue', 'statement', 'position', 'commitment', 'article'])[1 + n % 9],
      'listed-' || n, CASE WHEN n % 7 = 0 THEN 'bench-person-' || 1 + n % ${people} END,
      CASE WHEN n % 11 = 0 THEN current_date + n % 90 - 45 END, clock_timestamp() - n * interval '7 minutes'
    FROM generate_series(1, ${count}::int) AS n`;
  await tx.$executeRaw`
    INSERT INTO "Revision" ("recordId", "number", "state", "content", "citations", "contentHash", "title", "authorId", "contributorIds",
      "fieldsNeeded", "fieldsCited")
    SELECT r."id", 1, 'draft', '{}', '[]', '', title.words, author.id, ARRAY[author.id], n % 9, (n % 9) * (n % 4) / 3
    FROM "Record" r, LATERAL (SELECT substr(r."slug", 8)::int AS n) numbered,
      LATERAL (SELECT 'bench-person-' || 1 + n * 7 % ${people} AS id) author,
      LATERAL (SELECT (ARRAY['Péter', 'Олена', 'Mária', 'Jens', 'Ștefan', 'Łucja'])[1 + n % 6] || ' ' || n % 977 || ' on ' ||
        (ARRAY['the supply of grain', 'an armistice', 'training', 'mine clearance', 'the northern route', 'prisoners'])[1 + n / 6 % 6] ||
        ', meeting ' || n AS words) title
    WHERE r."slug" LIKE 'listed-%'`;
  // A third of them stays unfinished; the others go the way of every revision.
  const steps: [to: string, of: string][] = [
    ['in_review', 'n % 12 > 1'],
    ['approved', 'n % 12 > 2'],
    ['live', 'n % 12 > 3'],
    ['withdrawn', 'n % 240 = 5'],
  ];
  for (const [state, which] of steps) {
    await tx.$executeRawUnsafe(
      `UPDATE "Revision" v SET "state" = $1, "approvedById" = CASE WHEN $1 <> 'in_review' THEN 'bench-approver' END,
         "publishedAt" = CASE WHEN $1 IN ('live', 'withdrawn') THEN now() END
       FROM (SELECT "id", substr("slug", 8)::int AS n FROM "Record" WHERE "slug" LIKE 'listed-%') r WHERE r."id" = v."recordId" AND ${which}`,
      state,
    );
  }
  // The entries follow the update of their records, as they do after every command.
  await tx.$executeRaw`UPDATE "Record" SET "lockVersion" = "lockVersion" WHERE "slug" LIKE 'listed-%'`;
}

/** Adds revisions to a public record, all but the last of them given up, each with the text of the one that is public. */
export async function addRevisions(owner: PrismaClient, recordId: string, count: number): Promise<void> {
  await transaction(
    owner,
    async (tx) => {
      for (let n = 1; n <= count; n += 1) {
        await tx.$executeRaw`UPDATE "Revision" SET "state" = 'discarded' WHERE "recordId" = ${recordId} AND "state" = 'draft'`;
        await tx.$executeRaw`
          INSERT INTO "Revision" ("recordId", "number", "state", "change", "content", "citations", "contentHash", "title", "authorId",
            "contributorIds", "fieldsNeeded", "fieldsCited")
          SELECT "recordId", (SELECT max("number") + 1 FROM "Revision" WHERE "recordId" = ${recordId}), 'draft', 'update', "content", "citations",
            "contentHash", "title", "authorId", "contributorIds", "fieldsNeeded", "fieldsCited"
          FROM "Revision" WHERE "recordId" = ${recordId} AND "state" = 'live'`;
      }
      await tx.$executeRaw`UPDATE "Record" SET "lockVersion" = "lockVersion" + ${count}::int WHERE "id" = ${recordId}`;
    },
    { timeout: 600_000 },
  );
}
