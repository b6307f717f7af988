import type { Published } from '@rapporteur/db/clients';
import type { Kind } from '@rapporteur/domain/kinds';
import type { CitationView, PositionSummary, SourceTextView, StatementSummary } from '@rapporteur/domain/views';
import { linkColumns, linksTo, requireLink, toLink } from './links';

/** The most related records that one page shows of each kind. */
const shown = 200;

/** The positions that belong on a page: of an actor, on an issue, or on the issues a programme raises. */
export async function positionIds(published: Published, kind: Kind, id: string): Promise<string[]> {
  if (kind === 'position') return [id];
  if (kind !== 'actor' && kind !== 'issue' && kind !== 'programme') return [];
  const issueIds = kind === 'programme' ? await issuesOf(published, id) : [id];
  const where = kind === 'actor' ? { actorId: id } : { issueId: { in: issueIds } };
  const rows = await published.position.findMany({ where, select: { id: true }, orderBy: { id: 'asc' }, take: shown });
  return rows.map((row) => row.id);
}

async function issuesOf(published: Published, programmeId: string): Promise<string[]> {
  const rows = await published.reference.findMany({
    where: { targetId: programmeId, field: { startsWith: '/programmes/' }, record: { kind: 'issue', state: 'live' } },
    select: { recordId: true },
  });
  return rows.map(({ recordId }) => recordId);
}

/** Positions with their turns; each turn's notes are the numbers of its passages on the page. */
export async function positionSummaries(
  published: Published,
  ids: readonly string[],
  pageId: string,
  citations: readonly CitationView[],
): Promise<PositionSummary[]> {
  if (ids.length === 0) return [];
  const [positions, turns] = await Promise.all([
    published.position.findMany({ where: { id: { in: [...ids] } } }),
    published.turn.findMany({ where: { recordId: { in: [...ids] } }, orderBy: { ordinal: 'asc' } }),
  ]);
  const links = await linksTo(
    published,
    positions.flatMap(({ id, actorId, issueId }) => [id, actorId, issueId]),
  );
  return positions.map((position) => ({
    record: requireLink(links, position.id),
    actor: requireLink(links, position.actorId),
    issue: requireLink(links, position.issueId),
    turns: turns
      .filter(({ recordId }) => recordId === position.id)
      .map(({ ordinal, turn, stance, date, summary }) => {
        const field = `${position.id === pageId ? '' : `/@${position.id}`}/turns/${ordinal}`;
        const held = citations.filter((citation) => citation.field === field || citation.field.startsWith(`${field}/`));
        // Turn and stance were parsed by the content schema before they were written.
        const typed = { turn, stance } as Pick<PositionSummary['turns'][number], 'turn' | 'stance'>;
        return { ...typed, date, summary, notes: [...new Set(held.map(({ note }) => note))] };
      }),
  }));
}

/** The statements that belong on a page: of a speaker, on an issue, at an event, or about a programme. Newest first. */
export async function statementsFor(published: Published, kind: Kind, id: string): Promise<StatementSummary[]> {
  const where = await statementFilter(published, kind, id);
  if (!where) return [];
  const rows = await published.statement.findMany({
    where,
    orderBy: [{ from: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
    take: shown,
  });
  const links = await linksTo(
    published,
    rows.flatMap((row) => [row.id, row.speakerId]),
  );
  return rows.map((row) => ({
    record: requireLink(links, row.id),
    speaker: requireLink(links, row.speakerId),
    text: row.text,
    speech: row.speech as StatementSummary['speech'],
    date: row.date,
  }));
}

async function statementFilter(published: Published, kind: Kind, id: string) {
  switch (kind) {
    case 'actor':
      return { OR: [{ speakerId: id }, { onBehalfOfId: id }] };
    case 'event':
      return { eventId: id };
    case 'issue': {
      const claims = await published.claim.findMany({
        where: { issueId: id },
        select: { recordId: true },
        distinct: ['recordId'],
        take: shown,
      });
      return { id: { in: claims.map(({ recordId }) => recordId) } };
    }
    case 'programme': {
      const rows = await published.reference.findMany({
        where: { targetId: id, record: { kind: 'statement', state: 'live' } },
        select: { recordId: true },
        take: shown,
      });
      return { id: { in: rows.map(({ recordId }) => recordId) } };
    }
    default:
      return null;
  }
}

/** The stored texts of a source with the passages in use and what rests on each. Newest version first. */
export async function textsOf(published: Published, sourceId: string): Promise<SourceTextView[]> {
  const [versions, passages] = await Promise.all([
    published.sourceVersion.findMany({ where: { recordId: sourceId }, orderBy: { number: 'desc' } }),
    published.passage.findMany({
      where: { recordId: sourceId },
      orderBy: [{ start: 'asc' }, { end: 'asc' }],
      include: { citations: { select: { field: true, record: { select: linkColumns } }, orderBy: { id: 'asc' } } },
    }),
  ]);
  return versions.map(({ number, sha256, fetched, length, text }) => ({
    version: number,
    sha256,
    fetched: fetched.toISOString(),
    length,
    text,
    passages: passages
      .filter((passage) => passage.sha256 === sha256)
      .map(({ id, start, end, exact, before, after, state, citations }) => ({
        id,
        start,
        end,
        exact,
        before,
        after,
        state: state as SourceTextView['passages'][number]['state'],
        restingOn: citations.map(({ field, record }) => ({ record: toLink(record), field })),
      })),
  }));
}
