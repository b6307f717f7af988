import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import type { Citation } from '@rapporteur/domain/content/citation';
import { contentSchemas, type AnyContent } from '@rapporteur/domain/content/content';
import { fieldsWithoutEvidence } from '@rapporteur/domain/content/evidence';
import { RapporteurError } from '@rapporteur/domain/errors';
import { proposalNamed, proposalTitle } from '@rapporteur/domain/intake/proposal';
import type { SentView } from '@rapporteur/domain/intake/views';
import type { Kind } from '@rapporteur/domain/kinds';
import { selectPassages, type PassageSelector, type Place } from '@rapporteur/domain/passage';
import { note } from '../audit/entry';
import { authorize, type Caller } from '../policy';
import { createUnfinishedIn, unfinishedTitle } from '../record/create';
import { holdSlugs } from '../record/made-address';
import { addTo, type Addition } from './additions';
import { contentOf, type Setting } from './contents';
import { decidedOf, joinPositions, programmeOf, type Decided } from './decided';
import { lockItem, requireItem, type Item } from './lock';
import { draftSource, publisherOf, repeatedBy } from './source';

export interface Send {
  id: string;
  expectedVersion: number;
}

/** What others are named after comes first, so that drafts find the names they need. */
const order = ['actor', 'issue', 'event', 'programme', 'statement', 'position', 'commitment'] as const;

/**
 * Sends a text to drafts, in one transaction: its source with its text, a draft of each accepted proposal with its
 * citations, the links between them, and what it adds to records that were there. All of it is drafted, or nothing.
 */
export function sendToDrafts(db: PrismaClient, caller: Caller, input: Send): Promise<SentView> {
  const { userId } = authorize(caller, 'intake.send');
  return transaction(db, (tx) => send(tx, caller, userId, input), { timeout: 60_000 });
}

async function send(tx: Transaction, caller: Caller, userId: string, { id, expectedVersion }: Send): Promise<SentView> {
  const item = await lockItem(tx, id, expectedVersion);
  requireItem(item, ['suggested'], 'send it to drafts');
  const rows = await tx.suggestion.findMany({ where: { itemId: id }, orderBy: { number: 'asc' } });
  const own = decidedOf(rows);
  const recordOf = new Map(own.map(({ number, record }) => [number, record]));
  const decided = await joinPositions(tx, own, (name) => {
    const number = proposalNamed(name);
    return number === null ? name : (recordOf.get(number) ?? null);
  });
  const setting = await settingOf(tx, caller, item, decided);
  const records = await draftAll(tx, caller, decided, setting);
  const { changed, left } = await addAll(tx, caller, decided, setting);
  for (const { id: recordId, number } of [...records, ...joinedIn(decided, changed)]) {
    await tx.suggestion.update({ where: { itemId_number: { itemId: id, number } }, data: { recordId } });
  }
  const { source } = setting;
  await tx.intakeItem.update({
    where: { id },
    data: { state: 'finished', sourceId: source, left, finishedAt: new Date(), lockVersion: { increment: 1 } },
  });
  await note(tx, {
    userId,
    action: 'intake.send',
    detail: { item: id, source, records: records.map((record) => record.id), changed: changed.map((one) => one.id) },
  });
  return { source, isNew: item.sourceOfId === null, records, changed, left };
}

async function settingOf(tx: Transaction, caller: Caller, item: Item, decided: readonly Decided[]): Promise<Setting> {
  const { text, sha256 } = await tx.storedText.findUniqueOrThrow({ where: { sha256: item.sha256 ?? '' } });
  const publisher = await publisherOf(tx, item, decided);
  const source = await draftSource(tx, caller, item, text, publisher.id);
  const byNumber = new Map(decided.map((one) => [one.number, one]));
  const named = (name: string) => byNumber.get(proposalNamed(name) ?? 0);
  const selected = passagesOf(text, sha256, decided);
  return {
    source,
    repeats: await repeatedBy(tx, item, source),
    language: item.language ?? 'en',
    author: item.author,
    publisher,
    by: dayOf(item.published),
    resolve: (name) => (proposalNamed(name) === null ? name : (named(name)?.record ?? null)),
    eventType: (name) => {
      const event = named(name)?.proposal;
      return event?.kind === 'event' ? event.payload.type : null;
    },
    cite: (place, field, role = 'supports') => ({ field, role, passage: { source, ...selected(place) } }),
  };
}

/** What a text of that day tells was so by then; null where only a year or a month is known. */
const dayOf = (published: string | null) =>
  published !== null && /^\d{4}-\d{2}-\d{2}$/.test(published) ? `/${published}` : null;

/** The passages of all that is not rejected, found in one pass over the text. */
function passagesOf(text: string, sha256: string, decided: readonly Decided[]): (place: Place) => PassageSelector {
  const places = decided.filter(({ accepted, record }) => accepted || record !== null).flatMap((one) => one.passages);
  const keyOf = ({ start, end }: Place) => `${start} ${end}`;
  const passages = new Map(selectPassages(text, places, sha256).map((passage) => [keyOf(passage), passage]));
  return (place) => {
    const passage = passages.get(keyOf(place));
    if (passage === undefined) throw new Error(`No proposal rests on the place ${keyOf(place)}.`);
    return passage;
  };
}

async function draftAll(
  tx: Transaction,
  caller: Caller,
  decided: readonly Decided[],
  setting: Setting,
): Promise<SentView['records']> {
  const drafted: SentView['records'] = [];
  for (const kind of order) {
    const texts = textsOf(kind, decided, setting);
    const titles: string[] = [];
    for (const { one, text } of texts) titles.push(await naming(one, () => unfinishedTitle(tx, text)));
    // Another text may be sent now that names the same in another order.
    await holdSlugs(tx, kind, titles);
    for (const { one, text } of texts) {
      await naming(one, () => createUnfinishedIn(tx, caller, text));
      const complete = canBeHandedIn(kind, text.content, text.citations);
      drafted.push({ id: text.id, kind, number: one.number, title: proposalTitle(one.proposal), complete });
    }
  }
  return drafted.toSorted((a, b) => a.number - b.number);
}

/** The texts of the drafts of one kind, in the order of their proposals. */
function textsOf(kind: (typeof order)[number], decided: readonly Decided[], setting: Setting) {
  return decided.flatMap((one) => {
    const { proposal, record, drafts } = one;
    if (!drafts || record === null || proposal.kind !== kind) return [];
    const parts = decided.filter((other) => isPartOf(other, one));
    const { content, citations } = contentOf(proposal, one, setting, parts);
    return [{ one, text: { kind, id: record, content, citations } }];
  });
}

/** Whether a draft has what its schema asks for, and a passage under all that needs one. */
function canBeHandedIn(kind: Kind, content: unknown, citations: readonly Citation[]): boolean {
  const { success, data } = contentSchemas[kind].safeParse(content);
  // The schema of a kind gives the content of that kind; the pairing cannot be expressed to the compiler.
  return success && fieldsWithoutEvidence({ kind, content: data } as AnyContent, citations).length === 0;
}

/** Whether a proposal is drafted within another: a provision in its programme, a position that is told of twice. */
const isPartOf = (other: Decided, one: Decided): boolean =>
  other.proposal.kind === 'provision'
    ? programmeOf(other) === `#${one.number}`
    : other !== one && other.accepted && other.record === one.record;

/** What the text adds to records that were there: merged proposals, positions held before, provisions of programmes on record. */
async function addAll(
  tx: Transaction,
  caller: Caller,
  decided: readonly Decided[],
  setting: Setting,
): Promise<Pick<SentView, 'changed' | 'left'>> {
  const additions = new Map<string, Addition[]>();
  const own = new Set(decided.flatMap(({ drafts, record }) => (drafts && record !== null ? [record] : [])));
  for (const one of decided) {
    const programme = programmeOf(one);
    const target = one.record ?? (programme === null ? null : setting.resolve(programme));
    if (target === null || own.has(target)) continue;
    additions.set(target, [...(additions.get(target) ?? []), one]);
  }
  const all: Pick<SentView, 'changed' | 'left'> = { changed: [], left: [] };
  // In the order of their ids, so that two commands never wait for each other in a circle.
  for (const id of [...additions.keys()].toSorted()) {
    const added = additions.get(id) ?? [];
    const { changed, left } = await naming(added[0], () => addTo(tx, caller, id, added, setting));
    all.changed.push(...changed.map((number) => ({ id, number })));
    all.left.push(...left.map((one) => ({ id, ...one })));
  }
  return all;
}

/** The accepted proposals that became a part of another's draft, or of a record that was there. */
const joinedIn = (decided: readonly Decided[], changed: SentView['changed']) =>
  decided.flatMap(({ number, record, accepted, drafts }) => {
    const own = decided.some((other) => other.drafts && other.record === record);
    const added = changed.some((one) => one.number === number);
    return accepted && !drafts && record !== null && (own || added) ? [{ id: record, number }] : [];
  });

/** Says of which proposal a draft cannot be kept, where one cannot. */
async function naming<T>(one: { number: number } | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RapporteurError) || error.code !== 'invalid_input' || one === undefined) throw error;
    throw new RapporteurError(
      error.code,
      `${error.message} It is drafted from proposal ${one.number}: put that right, or reject it.`,
      [{ path: `/suggestions/${one.number}`, message: error.issues[0]?.message ?? 'cannot be drafted' }],
      { cause: error },
    );
  }
}
