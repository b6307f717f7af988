import type { PrismaClient } from '@rapporteur/db/generated/client';
import { snapshot, type Transaction } from '@rapporteur/db/transaction';
import type { AnyContent } from '@rapporteur/domain/content/content';
import type { Kind } from '@rapporteur/domain/kinds';
import type { State } from '@rapporteur/domain/lifecycle';
import { languages, type Language } from '@rapporteur/domain/translation/languages';
import { outdatedIn, placeTexts, type PlacedField } from '@rapporteur/domain/translation/place';
import type { Texts } from '@rapporteur/domain/translation/texts';
import { authorize, type Caller } from '../policy';
import { noRecord } from '../record/desk-revisions';
import { namesOfPeople } from '../record/people';
import type { Translation } from './lock';
import { asContent, contentsOf } from './texts';

/** The translations of a record as the desk lists them: one row for each language, whether there is one or not. */
export function listTranslations(db: PrismaClient, caller: Caller, { id }: { id: string }) {
  return snapshot(db, async (tx) => {
    authorize(caller, 'desk.read');
    const { live } = await recordOf(tx, id);
    const rows = await translationsOf(tx, id);
    return {
      live: live?.number ?? null,
      languages: languages.map((language) => {
        const own = rows.filter((row) => row.language === language);
        const newest = counting(own);
        const published = own.find(({ state }) => state === 'live');
        return {
          language,
          newest: newest ? summary(newest) : null,
          published: published ? { number: published.number, baseRevision: published.baseRevision } : null,
        };
      }),
    };
  });
}

/**
 * One translation beside the record as readers see it: every field with its original, its text, and what the original said
 * when it was translated. `suggestion`: a name that the record holds in that language already.
 */
export function readTranslation(db: PrismaClient, caller: Caller, asked: { id: string; language: Language }) {
  return snapshot(db, (tx) => readForDesk(tx, caller, asked));
}

async function readForDesk(tx: Transaction, caller: Caller, { id, language }: { id: string; language: Language }) {
  authorize(caller, 'desk.read');
  const { record, live } = await recordOf(tx, id);
  const own = (await translationsOf(tx, id)).filter((row) => row.language === language);
  const newest = counting(own);
  const published = own.find((row) => row.state === 'live');
  const bases = newest ? await contentsOf(tx, [{ recordId: id, number: newest.baseRevision }]) : new Map();
  const current = live && asContent(record.kind, live.content);
  const base = newest ? asContent(record.kind, bases.get(`${id}@${newest.baseRevision}`)) : current;
  // Once the record is not public any more, what was translated is shown beside the version that it was translated from.
  const beside = current ?? base;
  const placed = base && beside ? placeTexts(base, beside, (newest?.texts ?? {}) as Texts) : { fields: [], gone: [] };
  const asked = newest?.state === 'draft' ? await askedOf(tx, newest) : null;
  const people = newest ? [newest.authorId, newest.approvedById ?? newest.authorId] : [];
  const nameOf = await namesOfPeople(tx, asked === null ? people : [...people, asked.by]);
  return {
    record: { id, kind: record.kind as Kind, slug: record.slug, title: live?.title ?? record.slug },
    language,
    live: live?.number ?? null,
    newest: newest
      ? {
          ...summary(newest),
          author: nameOf(newest.authorId),
          contributorIds: newest.contributorIds,
          approver: newest.approvedById === null ? null : nameOf(newest.approvedById),
          asked: asked === null ? null : { by: nameOf(asked.by), words: asked.words },
        }
      : null,
    published: published ? { number: published.number, baseRevision: published.baseRevision } : null,
    lockVersion: own[0]?.lockVersion ?? 0,
    /** The revision that the fields are of, and that a translation saved from here is made from. */
    baseRevision: live?.number ?? newest?.baseRevision ?? null,
    outdated: newest ? outdatedIn(placed) : 0,
    fields: placed.fields.map((field) => ({
      ...field,
      suggestion: beside ? suggestionFor(beside, field, language) : null,
    })),
    gone: placed.gone,
  };
}

async function recordOf(tx: Transaction, id: string) {
  const record = await tx.record.findUnique({
    where: { id },
    select: {
      kind: true,
      slug: true,
      revisions: { where: { state: 'live' }, select: { number: true, title: true, content: true } },
    },
  });
  if (!record) throw noRecord(id);
  return { record, live: record.revisions[0] ?? null };
}

/** What a reviewer asked to have changed when they sent a translation back last; null where nobody did, or without words. */
async function askedOf(tx: Transaction, { recordId, language, number }: Translation) {
  const entry = await tx.auditEntry.findFirst({
    where: {
      recordId,
      action: 'translation.request_changes',
      AND: [
        { detail: { path: ['language'], equals: language } },
        { detail: { path: ['translation'], equals: number } },
      ],
    },
    orderBy: { id: 'desc' },
    select: { userId: true, detail: true },
  });
  const { comment } = (entry?.detail ?? {}) as { comment?: string };
  return entry === null || entry.userId === null || !comment ? null : { by: entry.userId, words: comment };
}

/** The translations of a record, the newest first. */
function translationsOf(tx: Transaction, recordId: string): Promise<Translation[]> {
  return tx.translation.findMany({ where: { recordId }, orderBy: { number: 'desc' }, take: 1000 });
}

/** The newest that was not given up, if there is any: it is what is worked on, or what readers see. */
const counting = (own: readonly Translation[]) => own.find(({ state }) => state !== 'discarded') ?? own[0];

const summary = (row: Translation) => ({
  number: row.number,
  state: row.state as State,
  baseRevision: row.baseRevision,
  outdated: row.outdated,
  updatedAt: row.updatedAt.toISOString(),
});

function suggestionFor(record: AnyContent, { field, translation }: PlacedField, language: Language): string | null {
  if (record.kind !== 'actor' || field !== '/names/0/text' || translation !== null) return null;
  const own = record.content.names.find((name) => name.language.split('-')[0] === language);
  return own?.text ?? null;
}
