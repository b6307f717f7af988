import type { PrismaClient } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';
import { contentSchemas, type AnyContent } from '@rapporteur/domain/content/content';
import { officesOn, type HeldOffice } from '@rapporteur/domain/content/offices';
import type { Kind } from '@rapporteur/domain/kinds';
import type { State } from '@rapporteur/domain/lifecycle';
import { dateOf } from '../record/title';

/** A record as a field names it: what it is called, how far it has come, and what tells it from others of its name. */
export interface ReferenceView {
  id: string;
  kind: Kind;
  title: string;
  /** The state of its newest revision. */
  state: State;
  /** Whether readers can see it now. */
  live: boolean;
  /** What an actor is, what form a source has, when an event was. */
  type: string | null;
  date: string | null;
  /** The names of an actor after the first, in whatever script. */
  otherNames: string[];
  /** Of a person, where a day was asked for: the offices held on it. Institutions by their titles. */
  offices: HeldOffice[];
}

/** Reads records by their ids, in that order. Content that no longer meets its schema still has its title. */
export async function referenceViews(
  db: PrismaClient | Transaction,
  ids: readonly string[],
  day: string | null,
): Promise<ReferenceView[]> {
  const revisions = await db.revision.findMany({
    where: { recordId: { in: [...new Set(ids)] } },
    orderBy: [{ recordId: 'asc' }, { number: 'desc' }],
    distinct: ['recordId'],
    include: {
      record: { select: { kind: true, revisions: { where: { state: 'live' }, select: { number: true }, take: 1 } } },
    },
  });
  const views = new Map<string, ReferenceView>();
  for (const { recordId, title, state, content, record } of revisions) {
    const kind = record.kind as Kind;
    const parsed = contentSchemas[kind].safeParse(content);
    // The schema of a kind gives the content of that kind; the pairing cannot be expressed to the compiler.
    const known = parsed.success ? ({ kind, content: parsed.data } as AnyContent) : null;
    views.set(recordId, {
      id: recordId,
      kind,
      title,
      state: state as State,
      live: record.revisions.length > 0,
      ...(known === null ? nothingKnown : detailsOf(known, day)),
    });
  }
  await nameInstitutions(db, [...views.values()]);
  return ids.flatMap((id) => views.get(id) ?? []);
}

type Details = Pick<ReferenceView, 'type' | 'date' | 'otherNames' | 'offices'>;
const nothingKnown: Details = { type: null, date: null, otherNames: [], offices: [] };

function detailsOf(record: AnyContent, day: string | null): Details {
  const { kind, content } = record;
  const date = dateOf(record);
  if (kind === 'event') return { ...nothingKnown, type: content.type, date };
  if (kind === 'source') return { ...nothingKnown, type: content.form, date };
  if (kind !== 'actor') return { ...nothingKnown, date };
  return {
    type: content.type,
    date,
    otherNames: content.names.slice(1, 6).map(({ text }) => text),
    offices: day === null || content.type !== 'person' ? [] : officesOn(content.offices, day),
  };
}

/** Puts the titles of institutions in the place of their ids. */
async function nameInstitutions(db: PrismaClient | Transaction, views: readonly ReferenceView[]): Promise<void> {
  const ids = views.flatMap(({ offices }) => offices.flatMap(({ institution }) => institution ?? []));
  if (ids.length === 0) return;
  const rows = await db.revision.findMany({
    where: { recordId: { in: [...new Set(ids)] } },
    orderBy: { number: 'asc' },
    select: { recordId: true, title: true },
  });
  const titles = new Map(rows.map(({ recordId, title }) => [recordId, title]));
  for (const office of views.flatMap(({ offices }) => offices)) {
    if (office.institution !== null) office.institution = titles.get(office.institution) ?? null;
  }
}
