import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import { canonicalJson } from '@rapporteur/domain/canonical';
import type { Citation } from '@rapporteur/domain/content/citation';
import { mapReferences } from '@rapporteur/domain/content/references';
import { kinds, segmentOf, type Kind } from '@rapporteur/domain/kinds';
import { exportTranslations } from './export-translations';

interface Listed {
  id: string;
  kind: Kind;
  slug: string;
  mergedIntoId: string | null;
  /** The public revision. */
  revisionId: string | null;
  /** The fingerprint of a source's newest public version. */
  newest: string | null;
  /** What has ended, as readers know it. */
  ended: 'withdrawn' | 'merged' | null;
  reason: string | null;
}

/** The public text of a record, as its revision holds it. */
export interface PublicText {
  content: unknown;
  citations: unknown;
}

/** Every record by its id, with what lines of others say of it. */
export interface Names {
  /** What a record is called, `actors/hungary`: itself, or the one it was merged into. */
  handleOf: (id: string) => string;
  /** The fingerprint of a source's newest version. */
  newestOf: (id: string) => string | null;
}

/** How a line tells of the texts that its record has, and of those that it rests on. */
export interface Wording {
  source: (content: unknown) => unknown;
  citation: (citation: Citation, names: Names) => unknown;
}

/** How many records are read at once. */
const batch = 200;

/**
 * The public record, line by line, each with its line feed: every live record, then its translations as readers see them,
 * then what was withdrawn, then what was merged, each by kind and address part, in canonical JSON, so that equal records
 * give equal bytes. A text that was withdrawn is not in it. `wordingOf` is asked for each batch of records.
 */
export async function* recordLines(
  published: Published,
  wordingOf: (batch: readonly PublicText[]) => Promise<Wording>,
): AsyncGenerator<string> {
  const listed = await published.$queryRaw<Listed[]>(Prisma.sql`
    SELECT e."id", e."kind", e."slug", e."mergedIntoId", v."id" AS "revisionId", v."content" -> 'versions' -> -1 ->> 'sha256' AS "newest",
      CASE WHEN e."state" <> 'live' THEN e."state" END AS "ended", e."reason"
    FROM "Entry" e LEFT JOIN "PublishedRevision" v
      ON e."state" = 'live' AND v."recordId" = e."id" AND v."revisionNumber" = e."revisionNumber"`);
  const names = namesOf(listed);
  const live = listed.filter(({ revisionId }) => revisionId !== null).toSorted(inOrder);
  for (let from = 0; from < live.length; from += batch) {
    const records = live.slice(from, from + batch);
    const revisions = await published.publishedRevision.findMany({
      where: { id: { in: records.flatMap(({ revisionId }) => revisionId ?? []) } },
      select: { recordId: true, content: true, citations: true },
    });
    const wording = await wordingOf(revisions);
    const revisionOf = new Map(revisions.map((revision) => [revision.recordId, revision]));
    for (const { id, kind, slug } of records) {
      const revision = revisionOf.get(id);
      if (!revision) continue;
      const content = mapReferences(kind, revision.content, ({ value }) => names.handleOf(value));
      const citations = citationsOf(revision).map((citation) => wording.citation(citation, names));
      yield `${canonicalJson({ type: 'record', kind, slug, id, content: kind === 'source' ? wording.source(content) : content, citations })}\n`;
    }
  }
  yield* exportTranslations(published, live, batch);
  yield* endings(listed, names);
}

// A revision holds what its command checked, so its JSON has this shape.
export const citationsOf = ({ citations }: PublicText) => citations as readonly Citation[];

function* endings(listed: readonly Listed[], { handleOf }: Names): Generator<string> {
  const of = (what: Listed['ended']) => listed.filter(({ ended }) => ended === what).toSorted(inOrder);
  for (const { id, kind, slug, reason } of of('withdrawn'))
    yield `${canonicalJson({ type: 'withdrawal', kind, slug, id, reason })}\n`;
  for (const { id, kind, slug, reason } of of('merged'))
    yield `${canonicalJson({ type: 'merge', kind, slug, id, into: handleOf(id), reason })}\n`;
}

function inOrder(a: Listed, b: Listed): number {
  if (a.kind !== b.kind) return kinds.indexOf(a.kind) - kinds.indexOf(b.kind);
  return a.slug < b.slug ? -1 : 1;
}

/** A merged record has no line of its own: what names it, names what it became. */
function namesOf(listed: readonly Listed[]): Names {
  const byId = new Map(listed.map((record) => [record.id, record]));
  return {
    newestOf: (id) => byId.get(id)?.newest ?? null,
    handleOf: (id) => {
      let record = byId.get(id);
      while (record?.mergedIntoId) record = byId.get(record.mergedIntoId);
      return record ? `${segmentOf(record.kind)}/${record.slug}` : id;
    },
  };
}
