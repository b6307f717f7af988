import { createHash } from 'node:crypto';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import type { Citation } from '@rapporteur/domain/content/citation';
import type { Kind } from '@rapporteur/domain/kinds';
import { passageFits } from '@rapporteur/domain/passage';
import { hashContent } from './record/content';
import { verifyDesk } from './verify-desk';
import { verifyProjection } from './verify-projection';

export interface Finding {
  /** The record's id, or the table and key where no record is meant. */
  record: string;
  what: string;
}

const zeroHash = '0'.repeat(64);

/**
 * Checks what the record promises against what the database holds: the log's chain, the hash of every revision, every
 * stored text, every passage, every public row, every row of the desk's lists. Changes nothing. No finding means that
 * nothing was altered behind the program's back.
 */
export async function verify(db: PrismaClient): Promise<Finding[]> {
  return [
    ...(await verifyLog(db)),
    ...(await verifyRevisions(db)),
    ...(await verifyTexts(db)),
    ...(await verifyPassages(db)),
    ...(await verifyEntries(db)),
    ...(await verifyProjection(db)),
    ...(await verifyDesk(db)),
  ];
}

async function verifyLog(db: PrismaClient): Promise<Finding[]> {
  const rows = await db.$queryRaw<
    { sequence: bigint; recordId: string; hash: string; previousHash: string; expected: string }[]
  >`
    SELECT p."sequence", p."recordId", p."hash", p."previousHash", history.publication_hash(p) AS expected
    FROM "Publication" p ORDER BY p."sequence"`;
  const findings: Finding[] = [];
  let previous = { sequence: 0n, hash: zeroHash };
  for (const row of rows) {
    const say = (what: string) => findings.push({ record: row.recordId, what: `publication ${row.sequence}: ${what}` });
    if (row.sequence !== previous.sequence + 1n) say(`follows publication ${previous.sequence}: a row is missing`);
    if (row.previousHash !== previous.hash) say('does not carry the hash of the row before it');
    if (row.hash !== row.expected) say('its hash is not the hash of its fields');
    previous = row;
  }
  return findings;
}

async function verifyRevisions(db: PrismaClient): Promise<Finding[]> {
  const findings: Finding[] = [];
  const [revisions, published, log] = await Promise.all([
    db.revision.findMany({
      include: { record: { select: { kind: true } } },
      orderBy: [{ recordId: 'asc' }, { number: 'asc' }],
    }),
    db.publishedRevision.findMany(),
    db.publication.findMany({ select: { sequence: true, contentHash: true } }),
  ]);
  const vouched = new Map(log.map(({ sequence, contentHash }) => [sequence, contentHash]));
  for (const {
    recordId,
    number,
    record,
    content,
    citations,
    contentHash,
    authorId,
    approvedById,
    contributorIds,
  } of revisions) {
    const say = (what: string) => findings.push({ record: recordId, what: `revision ${number}: ${what}` });
    if (hashContent(record.kind as Kind, content, citations) !== contentHash)
      say('its text is not the one that was saved');
    if (approvedById !== null && (approvedById === authorId || contributorIds.includes(approvedById)))
      say('its author approved it');
  }
  for (const { recordId, revisionNumber, kind, content, citations, contentHash, sequence } of published) {
    const say = (what: string) =>
      findings.push({ record: recordId, what: `published revision ${revisionNumber}: ${what}` });
    if (hashContent(kind as Kind, content, citations) !== contentHash)
      say('its text is not the one that was published');
    if (vouched.get(sequence) !== contentHash) say(`publication ${sequence} vouches for another text`);
  }
  return findings;
}

async function verifyTexts(db: PrismaClient): Promise<Finding[]> {
  const altered = await db.$queryRaw<{ sha256: string; records: string[] | null }[]>`
    SELECT t."sha256", (SELECT array_agg(v."recordId") FROM "SourceVersion" v WHERE v."sha256" = t."sha256") AS records
    FROM "StoredText" t WHERE encode(sha256(convert_to(t."text", 'UTF8')), 'hex') <> t."sha256"`;
  const shown = await db.sourceVersion.findMany({
    where: { text: { not: null } },
    select: { recordId: true, number: true, sha256: true, text: true },
  });
  return [
    ...altered.flatMap(({ sha256, records }) =>
      (records ?? [`StoredText ${sha256}`]).map((record) => ({
        record,
        what: `the stored text ${sha256} no longer has that fingerprint`,
      })),
    ),
    ...shown
      .filter(
        ({ sha256, text }) =>
          createHash('sha256')
            .update(text ?? '', 'utf8')
            .digest('hex') !== sha256,
      )
      .map(({ recordId, number }) => ({
        record: recordId,
        what: `the public text of version ${number} does not have its fingerprint`,
      })),
  ];
}

async function verifyPassages(db: PrismaClient): Promise<Finding[]> {
  const [passages, citations, published, texts, entries] = await Promise.all([
    db.passage.findMany(),
    db.citation.findMany({ orderBy: { ordinal: 'asc' } }),
    db.publishedRevision.findMany({ select: { recordId: true, revisionNumber: true, citations: true } }),
    db.storedText.findMany(),
    db.entry.findMany({ where: { state: 'live' }, select: { id: true, revisionNumber: true } }),
  ]);
  const textOf = new Map(texts.map(({ sha256, text }) => [sha256, text]));
  const passageOf = new Map(passages.map((passage) => [passage.id, passage]));
  const findings: Finding[] = passages
    .filter((passage) => !passageFits(passage, textOf.get(passage.sha256) ?? ''))
    .map((passage) => ({
      record: passage.recordId,
      what: `the passage ${passage.id} does not stand in its source: "${passage.exact.slice(0, 60)}"`,
    }));
  const citationsOf = new Map(published.map((row) => [`${row.recordId}@${row.revisionNumber}`, row.citations]));
  const rowsOf = new Map<string, typeof citations>();
  for (const row of citations) {
    const rows = rowsOf.get(row.recordId);
    if (rows) rows.push(row);
    else rowsOf.set(row.recordId, [row]);
  }
  for (const { id, revisionNumber } of entries) {
    const expected = (citationsOf.get(`${id}@${revisionNumber}`) ?? []) as unknown as Citation[];
    const rows = rowsOf.get(id) ?? [];
    const agree =
      expected.length === rows.length &&
      expected.every((citation, index) => {
        const row = rows[index];
        const passage = row && passageOf.get(row.passageId);
        return row?.field === citation.field && row.role === citation.role && passage?.exact === citation.passage.exact;
      });
    if (!agree) findings.push({ record: id, what: 'its public citations are not those of its published revision' });
  }
  return findings;
}

async function verifyEntries(db: PrismaClient): Promise<Finding[]> {
  const rows = await db.$queryRaw<{ id: string; what: string }[]>`
    SELECT coalesce(e."id", r."recordId") AS id,
      CASE WHEN e."id" IS NULL THEN 'a live revision that is not public' ELSE 'is public without a live revision of that number' END AS what
    FROM (SELECT * FROM "Entry" WHERE "state" = 'live') e
    FULL JOIN (SELECT * FROM "Revision" WHERE "state" = 'live') r ON r."recordId" = e."id" AND r."number" = e."revisionNumber"
    WHERE e."id" IS NULL OR r."id" IS NULL
    UNION ALL
    SELECT "recordId", 'its revision numbers have a gap' FROM "Revision" GROUP BY "recordId" HAVING max("number") <> count(*)`;
  return rows.map(({ id, what }) => ({ record: id, what }));
}
