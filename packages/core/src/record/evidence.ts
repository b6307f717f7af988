import type { Published } from '@rapporteur/db/clients';
import type { Citation } from '@rapporteur/domain/content/citation';
import type { SourceContent } from '@rapporteur/domain/content/source';
import type { CitationView, PassageView } from '@rapporteur/domain/views';
import { linksTo, requireLink } from './links';

type Row = Awaited<ReturnType<typeof citationRows>>[number];

const citationRows = (published: Published, recordIds: readonly string[]) =>
  published.citation.findMany({
    where: { recordId: { in: [...recordIds] } },
    include: { passage: true },
    orderBy: [{ recordId: 'asc' }, { ordinal: 'asc' }],
  });

/**
 * The citations of a page: those of the record itself, then those of the positions it shows, whose fields begin with
 * `/@<id of the position>`. One note number per passage, by first use.
 */
export async function citationsOf(
  published: Published,
  recordId: string,
  alsoOf: readonly string[],
): Promise<CitationView[]> {
  const rows = await citationRows(published, [recordId, ...alsoOf.filter((id) => id !== recordId)]);
  const passages = await passageViews(published, rows);
  const notes = new Map<string, number>();
  const ordered = [
    ...rows.filter((row) => row.recordId === recordId),
    ...rows.filter((row) => row.recordId !== recordId),
  ];
  return ordered.flatMap((row) => {
    const passage = passages.get(row.passageId);
    if (!passage) return [];
    const note = notes.get(row.passageId) ?? notes.size + 1;
    notes.set(row.passageId, note);
    const field = row.recordId === recordId ? row.field : `/@${row.recordId}${row.field}`;
    // The role was parsed by the citation schema before it was written.
    return [{ field, role: row.role as Citation['role'], note, passage }];
  });
}

async function passageViews(published: Published, rows: readonly Row[]): Promise<Map<string, PassageView>> {
  const sourceIds = [...new Set(rows.map(({ passage }) => passage.recordId))];
  const [sources, versions, links] = await Promise.all([
    sourceContents(published, sourceIds),
    published.sourceVersion.findMany({
      where: { recordId: { in: sourceIds } },
      select: { recordId: true, number: true, sha256: true, fetched: true },
    }),
    linksTo(published, sourceIds),
  ]);
  const outlets = await linksTo(
    published,
    [...sources.values()].flatMap(({ publisher }) => publisher ?? []),
  );
  return new Map(
    rows.map(({ passage }) => {
      const source = sources.get(passage.recordId);
      const own = versions.filter(({ recordId }) => recordId === passage.recordId);
      const version = own.find(({ sha256 }) => sha256 === passage.sha256);
      const view: PassageView = {
        id: passage.id,
        source: requireLink(links, passage.recordId),
        outlet: (source?.publisher && outlets.get(source.publisher)?.title) ?? null,
        reporter: source?.author ?? null,
        published: source?.published ?? null,
        address: source?.address ?? null,
        version: version?.number ?? 1,
        versions: own.length,
        fetched: (version?.fetched ?? passage.checkedAt).toISOString(),
        sha256: passage.sha256,
        exact: passage.exact,
        before: passage.before,
        after: passage.after,
        start: passage.start,
        end: passage.end,
        state: passage.state as PassageView['state'],
        checked: passage.checkedAt.toISOString(),
      };
      return [passage.id, view];
    }),
  );
}

async function sourceContents(published: Published, ids: readonly string[]): Promise<Map<string, SourceContent>> {
  const revisions = await published.publishedRevision.findMany({
    where: { recordId: { in: [...ids] } },
    select: { recordId: true, content: true },
    orderBy: { revisionNumber: 'asc' },
  });
  // Published content was parsed by the schema of its kind before it was written.
  return new Map(revisions.map(({ recordId, content }) => [recordId, content as unknown as SourceContent]));
}
