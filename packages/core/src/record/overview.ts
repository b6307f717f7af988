import type { Published } from '@rapporteur/db/clients';
import type { ArticleContent } from '@rapporteur/domain/content/article';
import type { Overview } from '@rapporteur/domain/overview';
import { linkColumns, linksTo, requireLink, toLink } from './links';

const shown = 4;
// More names would be a wall of them; what the others hold is counted.
const mostHeld = 12;

/** What the home page shows: the newest programmes, the issues with the most positions, the newest article. */
export async function readOverview(published: Published): Promise<Overview> {
  const [programmes, issues, article] = await Promise.all([
    newestProgrammes(published),
    issuesWithPositions(published),
    newestArticle(published),
  ]);
  return { programmes, issues, article };
}

const newestOf = (published: Published, kind: 'programme' | 'article', take: number) =>
  published.entry.findMany({
    where: { kind, state: 'live' },
    orderBy: [{ publishedAt: 'desc' }, { id: 'asc' }],
    select: { ...linkColumns, revisionNumber: true },
    take,
  });

async function newestProgrammes(published: Published): Promise<Overview['programmes']> {
  const entries = await newestOf(published, 'programme', shown);
  const ids = entries.map(({ id }) => id);
  const [rows, provisions] = await Promise.all([
    published.programme.findMany({ where: { id: { in: ids } } }),
    published.provision.findMany({ where: { recordId: { in: ids } }, orderBy: { ordinal: 'asc' } }),
  ]);
  type Item = Overview['programmes'][number];
  return entries.map((entry) => {
    const row = rows.find(({ id }) => id === entry.id);
    return {
      record: toLink(entry),
      period: row?.period ?? null,
      // Parsed by the schema of the kind before they were written.
      nature: (row?.nature ?? null) as Item['nature'],
      provisions: provisions
        .filter(({ recordId }) => recordId === entry.id)
        .map(({ subject, scope, force }) => ({ subject, scope, force }) as Item['provisions'][number]),
    };
  });
}

async function issuesWithPositions(published: Published): Promise<Overview['issues']> {
  const counts = await published.position.groupBy({
    by: ['issueId'],
    _count: { id: true },
    orderBy: [{ _count: { id: 'desc' } }, { issueId: 'asc' }],
    take: shown,
  });
  return Promise.all(counts.map(({ issueId, _count }) => issueWith(published, issueId, _count.id)));
}

async function issueWith(
  published: Published,
  issueId: string,
  positions: number,
): Promise<Overview['issues'][number]> {
  const [held, stances, latest] = await Promise.all([
    published.position.findMany({
      where: { issueId },
      orderBy: [{ stance: 'asc' }, { id: 'asc' }],
      take: mostHeld,
    }),
    published.position.groupBy({
      by: ['stance'],
      where: { issueId },
      _count: { id: true },
      orderBy: [{ _count: { id: 'desc' } }, { stance: 'asc' }],
    }),
    // Of the position that moved last: turns of all of them may be tens of thousands.
    published.$queryRaw<{ turn: string; date: string }[]>`
      SELECT t."turn", t."date" FROM "Turn" t WHERE t."recordId" = (
        SELECT p."id" FROM "Position" p JOIN "Entry" e ON e."id" = p."id"
        WHERE p."issueId" = ${issueId} ORDER BY e."sortKey" DESC, e."id" DESC LIMIT 1)
      ORDER BY t."ordinal" DESC LIMIT 1`,
  ]);
  const links = await linksTo(published, [issueId, ...held.map(({ actorId }) => actorId)]);
  type Item = Overview['issues'][number];
  return {
    record: requireLink(links, issueId),
    positions,
    stances: stances.map(({ stance, _count: { id: count } }) => ({ stance, count })) as Item['stances'],
    held: held.map(({ actorId, stance }) => ({ actor: requireLink(links, actorId), stance }) as Item['held'][number]),
    latest: (latest[0] ?? null) as Item['latest'],
  };
}

async function newestArticle(published: Published): Promise<Overview['article']> {
  const [entry] = await newestOf(published, 'article', 1);
  if (!entry) return null;
  const [revision, citations] = await Promise.all([
    published.publishedRevision.findUnique({ where: { id: `${entry.id}@${entry.revisionNumber}` } }),
    published.citation.findMany({
      where: { recordId: entry.id },
      select: { passageId: true },
      distinct: ['passageId'],
    }),
  ]);
  if (!revision) return null;
  const { standfirst, byline, date } = revision.content as unknown as ArticleContent;
  return { record: toLink(entry), standfirst, byline, date, passages: citations.length };
}
