import type { Published } from '@rapporteur/db/clients';
import type { AnyContent } from '@rapporteur/domain/content/content';
import { RapporteurError } from '@rapporteur/domain/errors';
import { kinds, type Kind } from '@rapporteur/domain/kinds';
import type { ListPage, RecordStatus } from '@rapporteur/domain/views';
import { toLink } from './links';
import { dateOf, summaryOf } from './title';

/** The most records that one page of a list holds. */
export const longestPage = 100;

/** Actors and issues run by name; kinds with a date run from the newest. */
const byName: readonly Kind[] = ['actor', 'issue'];

export interface ListQuery {
  kind: Kind;
  /** The `next` of the page before. */
  after?: string | null | undefined;
  limit: number;
}

/** A page of the public records of a kind, with the cursor of the next page. */
export async function listRecords(published: Published, { kind, after, limit }: ListQuery): Promise<ListPage> {
  const take = Math.min(Math.max(1, limit), longestPage);
  const direction = byName.includes(kind) ? 'asc' : 'desc';
  const cursor = after ? readCursor(after) : null;
  const beyond = direction === 'asc' ? 'gt' : 'lt';
  const [entries, total] = await Promise.all([
    published.entry.findMany({
      where: {
        kind,
        state: 'live',
        ...(cursor && {
          OR: [{ sortKey: { [beyond]: cursor.key } }, { sortKey: cursor.key, id: { [beyond]: cursor.id } }],
        }),
      },
      orderBy: [{ sortKey: direction }, { id: direction }],
      take: take + 1,
    }),
    published.entry.count({ where: { kind, state: 'live' } }),
  ]);
  const page = entries.slice(0, take);
  const contents = await contentsOf(published, page);
  const last = page.at(-1);
  return {
    items: page.map((entry) => {
      const record = contents.get(entry.id);
      return {
        record: toLink(entry),
        summary: record ? summaryOf(record) : null,
        date: record ? dateOf(record) : null,
        publishedAt: entry.publishedAt.toISOString(),
        revisionNumber: entry.revisionNumber ?? 0,
      };
    }),
    next: entries.length > take && last ? writeCursor(last.sortKey, last.id) : null,
    total,
  };
}

async function contentsOf(
  published: Published,
  entries: readonly { id: string; revisionNumber: number | null }[],
): Promise<Map<string, AnyContent>> {
  const rows = await published.publishedRevision.findMany({
    where: { id: { in: entries.map(({ id, revisionNumber }) => `${id}@${revisionNumber}`) } },
    select: { recordId: true, kind: true, content: true },
  });
  // Published content was parsed by the schema of its kind before it was written.
  return new Map(rows.map(({ recordId, kind, content }) => [recordId, { kind, content } as unknown as AnyContent]));
}

const writeCursor = (key: string, id: string) => Buffer.from(JSON.stringify([key, id])).toString('base64url');

function readCursor(cursor: string): { key: string; id: string } {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && typeof value[1] === 'string') {
      return { key: value[0], id: value[1] };
    }
  } catch {
    // falls through: what cannot be read is no cursor
  }
  throw new RapporteurError('invalid_input', 'This is not the cursor of a page.', [
    { path: '/after', message: 'is not a cursor' },
  ]);
}

/** The version of the whole record, and how many records of each kind are public. */
export async function recordStatus(published: Published): Promise<RecordStatus> {
  const [newest, counts] = await Promise.all([
    published.publication.findFirst({ orderBy: { sequence: 'desc' }, select: { sequence: true, recordedAt: true } }),
    published.entry.groupBy({ by: ['kind'], where: { state: 'live' }, _count: true }),
  ]);
  const byKind = new Map(counts.map(({ kind, _count }) => [kind, _count]));
  return {
    version: Number(newest?.sequence ?? 0),
    recordedAt: newest?.recordedAt.toISOString() ?? null,
    counts: Object.fromEntries(kinds.map((kind) => [kind, byKind.get(kind) ?? 0])) as RecordStatus['counts'],
  };
}
