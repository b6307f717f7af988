import type { Prisma, PrismaClient } from '@rapporteur/db/generated/client';
import { snapshot, type Transaction } from '@rapporteur/db/transaction';
import { proposalNamed } from '@rapporteur/domain/intake/proposal';
import {
  intakeSteps,
  leftView,
  type IntakePage,
  type IntakeState,
  type IntakeStep,
  type IntakeSummary,
  type IntakeView,
  type OriginView,
} from '@rapporteur/domain/intake/views';
import { authorize, type Caller } from '../policy';
import { readCursor, writeCursor } from '../record/cursor';
import { namesOfPeople } from '../record/people';
import { mostShown } from '../queue/counts';
import { noItem } from './lock';
import { namesIn } from './names';
import { firstWords } from './first-words';
import { sourcesOfTexts } from './origins';
import { currentOf } from './suggestion';
import { suggestionViews } from './suggestion-view';

/** What the list shows: what is being read or could not be, what waits for decisions, what has ended. */
export const intakeViews = {
  reading: ['waiting', 'reading', 'failed'],
  decide: ['suggested'],
  ended: ['finished'],
} as const satisfies Record<string, readonly IntakeState[]>;

type ItemRow = Prisma.IntakeItemGetPayload<Record<string, never>>;

/** What came in, the newest first. */
export async function listItems(
  db: PrismaClient,
  caller: Caller,
  { view, after, limit }: { view: keyof typeof intakeViews; after: string | null; limit: number },
): Promise<IntakePage> {
  authorize(caller, 'desk.read');
  const place = after === null ? null : readCursor(after);
  const rows = await db.intakeItem.findMany({
    where: {
      state: { in: [...intakeViews[view]] },
      ...(place === null
        ? {}
        : { OR: [{ createdAt: { lt: place.at } }, { createdAt: place.at, id: { gt: place.id } }] }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await summaries(db, page),
    next: rows.length > limit && last !== undefined ? writeCursor(last.createdAt, last.id) : null,
  };
}

/** How many texts wait for decisions and were not put aside, counted no further than the desk shows. */
export async function countItems(db: PrismaClient, caller: Caller): Promise<{ decide: number }> {
  authorize(caller, 'desk.read');
  const rows = await db.intakeItem.findMany({
    where: { state: 'suggested', asideAt: null },
    take: mostShown + 1,
    select: { id: true },
  });
  return { decide: rows.length };
}

/** A text with all that is proposed from it. Its words are read by its fingerprint. */
export function getItem(db: PrismaClient, caller: Caller, id: string): Promise<IntakeView> {
  authorize(caller, 'desk.read');
  return snapshot(db, async (tx) => {
    const row = await tx.intakeItem.findUnique({
      where: { id },
      include: { suggestions: { orderBy: { number: 'asc' } } },
    });
    if (row === null) throw noItem();
    const [summary] = await summaries(tx, [row]);
    if (summary === undefined) throw noItem();
    const suggestions = await suggestionViews(tx, row.suggestions);
    const named = row.suggestions.flatMap((suggestion) => {
      const { proposal } = currentOf(suggestion);
      return namesIn(proposal.kind, proposal.payload).flatMap(({ name }) => (proposalNamed(name) === null ? name : []));
    });
    const titles = await titlesOf(tx, [
      ...named,
      ...row.suggestions.flatMap(({ mergedWithId, recordId }) => [mergedWithId, recordId]),
      row.sourceOfId,
    ]);
    return {
      ...summary,
      lockVersion: row.lockVersion,
      fileName: row.fileName,
      address: row.canonicalAddress ?? row.address,
      title: row.title,
      publisher: row.publisher,
      author: row.author,
      published: row.published,
      language: row.language,
      form: row.form as IntakeView['form'],
      rights: row.rights as IntakeView['rights'],
      licence: row.licence,
      warnings: row.warnings,
      sha256: row.sha256,
      sourceOf:
        row.sourceOfId === null ? null : { id: row.sourceOfId, title: titles[row.sourceOfId] ?? row.sourceOfId },
      origins: await originsOf(tx, row),
      source: row.sourceId,
      left: leftView.array().parse(row.left),
      suggestions,
      named: titles,
    };
  });
}

async function titlesOf(tx: Transaction, ids: readonly (string | null)[]): Promise<Record<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return {};
  const rows = await tx.revision.findMany({
    where: { recordId: { in: wanted } },
    orderBy: [{ recordId: 'asc' }, { number: 'desc' }],
    distinct: ['recordId'],
    select: { recordId: true, title: true },
  });
  return Object.fromEntries(rows.map(({ recordId, title }) => [recordId, title]));
}

/** The texts that are this one, or nearly so: sources that hold them, and what else came in with them. */
async function originsOf(tx: Transaction, { id, sha256, nearTexts, sourceId }: ItemRow): Promise<OriginView[]> {
  if (sha256 === null) return [];
  const texts = [sha256, ...nearTexts];
  const samenessOf = (text: string | null) => (text === sha256 ? ('same' as const) : ('near' as const));
  const sources = (await sourcesOfTexts(tx, texts)).filter((source) => source.id !== sourceId);
  const items = await tx.intakeItem.findMany({
    where: { sha256: { in: texts }, id: { not: id }, state: { in: ['suggested', 'finished'] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 20,
  });
  const known = new Set(sources.map((source) => source.id));
  return [
    ...sources.map((source): OriginView => ({
      sameness: samenessOf(source.sha256),
      source: { id: source.id, title: source.title },
      item: null,
    })),
    // One that is finished already is shown as the source that it became.
    ...items
      .filter((item) => item.sourceId === null || !known.has(item.sourceId))
      .map((item): OriginView => ({
        sameness: samenessOf(item.sha256),
        source: null,
        item: { id: item.id, name: nameOf(item) },
      })),
  ];
}

async function summaries(db: PrismaClient | Transaction, rows: readonly ItemRow[]): Promise<IntakeSummary[]> {
  const counts = await db.suggestion.groupBy({
    by: ['itemId', 'decision'],
    where: { itemId: { in: rows.map(({ id }) => id) } },
    _count: true,
  });
  const personOf = await namesOfPeople(
    db,
    rows.map(({ userId }) => userId),
  );
  const opening = await openings(
    db,
    rows.filter((row) => nameOf(row) === ''),
  );
  return rows.map((row): IntakeSummary => {
    const count = (decision: string | null) =>
      counts.find((group) => group.itemId === row.id && group.decision === decision)?._count ?? 0;
    return {
      id: row.id,
      state: row.state as IntakeState,
      way: row.way as IntakeSummary['way'],
      name: nameOf(row) || (opening.get(row.sha256 ?? '') ?? ''),
      by: { id: row.userId, name: personOf(row.userId) },
      takenIn: row.createdAt.toISOString(),
      progress: { step: row.step as IntakeStep | null, done: row.stepsDone, of: intakeSteps.length },
      problem: row.problem,
      decided: {
        accepted: count('accepted'),
        edited: count('edited'),
        merged: count('merged'),
        rejected: count('rejected'),
        left: count(null),
      },
      aside: row.asideAt !== null,
    };
  });
}

/** The first words of texts that have no name. */
async function openings(db: PrismaClient | Transaction, rows: readonly ItemRow[]): Promise<Map<string, string>> {
  const texts = rows.flatMap(({ sha256 }) => sha256 ?? []);
  if (texts.length === 0) return new Map();
  const found = await db.$queryRaw<{ sha256: string; words: string }[]>`
    SELECT "sha256", left(ltrim("text"), 200) AS words FROM "StoredText" WHERE "sha256" = ANY (${texts}::text[])`;
  return new Map(found.map(({ sha256, words }) => [sha256, firstWords(words)]));
}

/** What a text is called at the desk; empty where it has no name yet. */
const nameOf = ({ title, fileName, address }: ItemRow): string => title ?? fileName ?? address ?? '';
