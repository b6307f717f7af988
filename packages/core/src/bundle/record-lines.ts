import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import { canonicalJson } from '@rapporteur/domain/canonical';
import type { Citation } from '@rapporteur/domain/content/citation';
import { mapReferences, references } from '@rapporteur/domain/content/references';
import { kinds, type Kind } from '@rapporteur/domain/kinds';
import { exportTranslations } from './export-translations';
import { namesOf, type Names } from './public-names';

/** The public text of a record, as its revision holds it. */
export interface PublicText {
  content: unknown;
  citations: unknown;
}

/** How a line tells of the texts that its record has, and of those that it rests on. */
export interface Wording {
  source: (content: unknown) => Promise<unknown>;
  citation: (citation: Citation, names: Names) => unknown;
}

interface Live extends PublicText {
  id: string;
  kind: Kind;
  slug: string;
}

/** How many records are read at once, and how many bytes as they are stored, which PostgreSQL compresses. */
const [batchRecords, batchBytes] = [200, 500_000];

/**
 * The public record, line by line, each with its line feed: every live record, then its translations as readers see them,
 * then what was withdrawn, then what was merged, each by kind and address part, in canonical JSON, so that equal records
 * give equal bytes. A text that was withdrawn is not in it. `wordingOf` is asked for each batch of records. Nothing is kept
 * but the ids of the records, and a batch of them.
 */
export async function* recordLines(
  published: Published,
  wordingOf: (batch: readonly PublicText[]) => Promise<Wording>,
): AsyncGenerator<string> {
  const batches = await liveIds(published);
  for (const ids of batches) {
    const records = await published.$queryRaw<Live[]>(Prisma.sql`
      SELECT e."id", e."kind", e."slug", v."content", v."citations" FROM unnest(${ids}::text[]) WITH ORDINALITY AS w("id", "place")
        JOIN "Entry" e ON e."id" = w."id"
        JOIN "PublishedRevision" v ON v."recordId" = e."id" AND v."revisionNumber" = e."revisionNumber"
      ORDER BY w."place"`);
    const names = await namesOf(published, records.flatMap(namedBy));
    const wording = await wordingOf(records);
    for (const { id, kind, slug, content: own, ...record } of records) {
      const named = mapReferences(kind, own, ({ value }) => names.handleOf(value));
      const content = kind === 'source' ? await wording.source(named) : named;
      const citations = citationsOf(record).map((citation) => wording.citation(citation, names));
      yield `${canonicalJson({ type: 'record', kind, slug, id, content, citations })}\n`;
    }
  }
  for (const ids of batches) yield* exportTranslations(published, ids);
  yield* endings(published);
}

// A revision holds what its command checked, so its JSON has this shape.
export const citationsOf = ({ citations }: Pick<PublicText, 'citations'>) => citations as readonly Citation[];

const namedBy = (record: Live): string[] => [
  ...references(record.kind, record.content).map(({ value }) => value),
  ...citationsOf(record).map(({ passage }) => passage.source),
];

/** SQL: the order of the lines, which no setting of a database changes. */
const inOrder = Prisma.sql`array_position(${[...kinds]}::text[], e."kind"), e."slug" COLLATE "C"`;

/** The ids of what is live, cut into batches. */
async function liveIds(published: Published): Promise<string[][]> {
  const rows = await published.$queryRaw<{ ids: string[] }[]>(Prisma.sql`
    SELECT array_agg(l."id" ORDER BY l.place) AS ids FROM (
      SELECT e."id", row_number() OVER lines AS place,
        sum(pg_column_size(v."content") + pg_column_size(v."citations")) OVER lines AS bytes
      FROM "Entry" e JOIN "PublishedRevision" v ON v."recordId" = e."id" AND v."revisionNumber" = e."revisionNumber"
      WHERE e."state" = 'live' WINDOW lines AS (ORDER BY ${inOrder})
    ) l GROUP BY (l.place - 1) / ${batchRecords}::int, l.bytes / ${batchBytes}::int ORDER BY min(l.place)`);
  return rows.map(({ ids }) => ids);
}

interface Ended {
  id: string;
  kind: Kind;
  slug: string;
  reason: string | null;
}

async function* endings(published: Published): AsyncGenerator<string> {
  const of = (state: 'withdrawn' | 'merged') =>
    published.$queryRaw<Ended[]>(Prisma.sql`
      SELECT e."id", e."kind", e."slug", e."reason" FROM "Entry" e WHERE e."state" = ${state} ORDER BY ${inOrder}`);
  for (const { id, kind, slug, reason } of await of('withdrawn'))
    yield `${canonicalJson({ type: 'withdrawal', kind, slug, id, reason })}\n`;
  const merged = await of('merged');
  const { handleOf } = await namesOf(
    published,
    merged.map(({ id }) => id),
  );
  for (const { id, kind, slug, reason } of merged)
    yield `${canonicalJson({ type: 'merge', kind, slug, id, into: handleOf(id), reason })}\n`;
}
