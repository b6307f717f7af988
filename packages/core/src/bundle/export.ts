import type { PrismaClient } from '@rapporteur/db/generated/client';
import { anchor } from '@rapporteur/domain/anchor';
import { canonicalJson } from '@rapporteur/domain/canonical';
import type { Citation } from '@rapporteur/domain/content/citation';
import { mapReferences } from '@rapporteur/domain/content/references';
import type { SourceContent } from '@rapporteur/domain/content/source';
import { RapporteurError } from '@rapporteur/domain/errors';
import { kinds, segmentOf, type Kind } from '@rapporteur/domain/kinds';
import { contextLength, sliceCodePoints } from '@rapporteur/domain/passage';
import { exportTranslations } from './export-translations';
import { bundleVersion, type BundleCitation } from './format';

interface Listed {
  id: string;
  kind: Kind;
  slug: string;
  mergedIntoId: string | null;
  /** The live revision. */
  revisionId: string | null;
  /** The fingerprint of a source's newest public version: what a quote is from unless it says otherwise. */
  newest: string | null;
  /** What has ended, as readers know it. */
  ended: 'withdrawn' | 'merged' | null;
  reason: string | null;
}

/** How many records are read at once. */
const batch = 200;

/**
 * The public record as a bundle, line by line, each with its line feed: every live record, then its translations as
 * readers see them, then what was withdrawn, then what was merged, each by kind and address part, in canonical JSON, so that equal records give equal bytes. It is of one
 * instant: revisions stay as they were listed. A text that was withdrawn is not in it.
 */
export async function* exportBundle(db: PrismaClient): AsyncGenerator<string> {
  const listed = await db.$queryRaw<Listed[]>`
    SELECT r."id", r."kind", r."slug", r."mergedIntoId", v."id" AS "revisionId", v."content" -> 'versions' -> -1 ->> 'sha256' AS "newest",
      CASE WHEN e."state" <> 'live' THEN e."state" END AS "ended", e."reason"
    FROM "Record" r LEFT JOIN "Revision" v ON v."recordId" = r."id" AND v."state" = 'live' LEFT JOIN "Entry" e ON e."id" = r."id"`;
  const byId = new Map(listed.map((record) => [record.id, record]));
  const live = listed.filter(({ revisionId }) => revisionId !== null).toSorted(inOrder);
  yield `${canonicalJson({ bundle: bundleVersion, note: 'The public record.' })}\n`;
  for (let from = 0; from < live.length; from += batch) {
    const records = live.slice(from, from + batch);
    const revisions = await db.revision.findMany({
      where: { id: { in: records.flatMap(({ revisionId }) => revisionId ?? []) } },
      select: { recordId: true, content: true, citations: true },
    });
    const texts = await textsOf(db, revisions);
    const revisionOf = new Map(revisions.map((revision) => [revision.recordId, revision]));
    for (const { id, kind, slug } of records) {
      const revision = revisionOf.get(id);
      if (!revision) continue;
      const content = mapReferences(kind, revision.content, ({ value }) => handleOf(byId, value));
      const citations = citationsOf(revision.citations).map((citation) => exportCitation(citation, byId, texts));
      yield `${canonicalJson({ type: 'record', kind, slug, id, content: kind === 'source' ? withTexts(content, texts) : content, citations })}\n`;
    }
  }
  yield* exportTranslations(db, live, batch);
  yield* exportEndings(listed, byId);
}

function* exportEndings(listed: readonly Listed[], byId: ReadonlyMap<string, Listed>): Generator<string> {
  const of = (what: Listed['ended']) => listed.filter(({ ended }) => ended === what).toSorted(inOrder);
  for (const { id, kind, slug, reason } of of('withdrawn'))
    yield `${canonicalJson({ type: 'withdrawal', kind, slug, id, reason })}\n`;
  for (const { id, kind, slug, reason } of of('merged'))
    yield `${canonicalJson({ type: 'merge', kind, slug, id, into: handleOf(byId, id), reason })}\n`;
}

function inOrder(a: Listed, b: Listed): number {
  if (a.kind !== b.kind) return kinds.indexOf(a.kind) - kinds.indexOf(b.kind);
  return a.slug < b.slug ? -1 : 1;
}

/** The handle of a record, or of the one it was merged into: a merged record has no line of its own. */
function handleOf(records: ReadonlyMap<string, Listed>, id: string): string {
  let record = records.get(id);
  while (record?.mergedIntoId) record = records.get(record.mergedIntoId);
  return record ? `${segmentOf(record.kind)}/${record.slug}` : id;
}

type Texts = ReadonlyMap<string, string>;

// A revision holds what its command checked, so its JSON has these shapes.
const citationsOf = (citations: unknown) => citations as readonly Citation[];
const versionsOf = (content: unknown) => (content as SourceContent).versions;

async function textsOf(
  db: PrismaClient,
  revisions: readonly { content: unknown; citations: unknown }[],
): Promise<Texts> {
  const wanted = revisions.flatMap(({ content, citations }) => [
    ...citationsOf(citations).map(({ passage }) => passage.sha256),
    ...(versionsOf(content) ?? []).map(({ sha256 }) => sha256),
  ]);
  const rows = await db.storedText.findMany({
    where: { sha256: { in: [...new Set(wanted)] } },
    select: { sha256: true, text: true },
  });
  return new Map(rows.map(({ sha256, text }) => [sha256, text]));
}

function textOf(texts: Texts, sha256: string): string {
  const text = texts.get(sha256);
  if (text === undefined)
    throw new RapporteurError('not_found', `The text ${sha256} is not stored; run "rapporteur verify".`);
  return text;
}

function withTexts(content: unknown, texts: Texts): unknown {
  const versions = versionsOf(content).map(({ sha256, fetched }) => ({ text: textOf(texts, sha256), fetched }));
  return { ...(content as SourceContent), versions };
}

function exportCitation(
  { field, role, passage }: Citation,
  records: ReadonlyMap<string, Listed>,
  texts: Texts,
): BundleCitation {
  const text = textOf(texts, passage.sha256);
  return {
    field,
    role,
    source: handleOf(records, passage.source),
    ...(records.get(passage.source)?.newest === passage.sha256 ? {} : { version: passage.sha256 }),
    quote: passage.exact,
    ...contextOf(text, passage),
  };
}

/** As much context as tells this place from every other: what a selector keeps, and more where the words repeat. */
function contextOf(text: string, { exact, start, end }: Citation['passage']): { prefix: string; suffix: string } {
  for (let length = contextLength; ; length *= 2) {
    const prefix = sliceCodePoints(text, Math.max(start - length, 0), start);
    const suffix = sliceCodePoints(text, end, end + length);
    const whole = length >= start && length >= text.length - end;
    if (whole || length > longestContext / 2 || anchor(text, exact, { prefix, suffix }).found === 'unique')
      return { prefix, suffix };
  }
}

/** A bundle's citation holds at most this much context on either side, in UTF-16 units; a code point takes up to two. */
const longestContext = 5_000;
