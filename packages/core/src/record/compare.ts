import type { PrismaClient } from '@rapporteur/db/generated/client';
import { diffContent } from '@rapporteur/domain/diff';
import type { Kind } from '@rapporteur/domain/kinds';
import { authorize, type Caller } from '../policy';
import { getRevisionForDesk, noRecord } from './desk-revisions';

/** A record as the desk calls it, whatever its state. */
export interface DeskLink {
  id: string;
  kind: Kind;
  slug: string;
  title: string;
}

/**
 * What changed from one revision of a record to another, field by field, citations included: drafts, superseded and
 * discarded ones too. `links` names every record that a change mentions.
 */
export async function compareRevisions(
  db: PrismaClient,
  caller: Caller,
  { id, from, to }: { id: string; from: number; to: number },
) {
  authorize(caller, 'desk.read');
  const record = await db.record.findUnique({ where: { id }, select: { kind: true, slug: true } });
  if (record === null) throw noRecord(id);
  const [before, after] = await Promise.all([from, to].map((number) => getRevisionForDesk(db, caller, { id, number })));
  if (!before || !after) throw noRecord(id);
  const changes = [
    ...diffContent(before.content, after.content),
    ...diffContent(before.citations, after.citations).map((change) => ({
      ...change,
      path: `/citations${change.path}`,
    })),
  ];
  return {
    record: { id, kind: record.kind as Kind, slug: record.slug },
    from: withoutText(before),
    to: withoutText(after),
    changes,
    links: await deskLinks(db, changes),
  };
}

function withoutText<T extends { content: unknown; citations: unknown }>(revision: T) {
  const { content: _content, citations: _citations, ...summary } = revision;
  return summary;
}

/** The records whose ids occur in a value, by id, titled as their newest revisions are. */
async function deskLinks(db: PrismaClient, value: unknown): Promise<Record<string, DeskLink>> {
  const ids = [...new Set(JSON.stringify(value).match(/(?<=")[a-z]{3}_[0-9a-z]{26}(?=")/g) ?? [])];
  if (ids.length === 0) return {};
  const records = await db.record.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      kind: true,
      slug: true,
      revisions: { orderBy: { number: 'desc' }, take: 1, select: { title: true } },
    },
  });
  return Object.fromEntries(
    records.map(({ id, kind, slug, revisions }) => [
      id,
      { id, kind: kind as Kind, slug, title: revisions[0]?.title ?? slug },
    ]),
  );
}
