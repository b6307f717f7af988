import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { contentSchemas } from '@rapporteur/domain/content/content';
import { RapporteurError } from '@rapporteur/domain/errors';
import { newId } from '@rapporteur/domain/ids';
import {
  proposalNamed,
  proposalTitle,
  type AnyPayload,
  type ProposalPassage,
} from '@rapporteur/domain/intake/proposal';
import type { SentView } from '@rapporteur/domain/intake/views';
import type { Kind } from '@rapporteur/domain/kinds';
import { selectPassage } from '@rapporteur/domain/passage';
import { note } from '../audit/entry';
import { authorize, type Caller } from '../policy';
import { createUnfinishedIn } from '../record/create';
import { addTo, type Addition } from './additions';
import { contentOf, type Setting } from './contents';
import { lockItem, requireItem, type SuggestionRow } from './lock';
import { draftSource, publisherOf, repeatedBy } from './source';
import { currentOf } from './suggestion';

export interface Send {
  id: string;
  expectedVersion: number;
}

/** A proposal with what is to become of it. */
interface Decided {
  row: SuggestionRow;
  number: number;
  proposal: AnyPayload;
  passages: ProposalPassage[];
  accepted: boolean;
  /** The record that it stands for: a new one, or the one it was merged with. */
  record: string | null;
}

/** What others are named after comes first, so that drafts find the names they need. */
const order = ['actor', 'issue', 'event', 'programme', 'statement', 'position', 'commitment'];

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
  const decided = decidedOf(rows);
  const { text, sha256 } = await tx.storedText.findUniqueOrThrow({ where: { sha256: item.sha256 ?? '' } });
  const publisher = await publisherOf(tx, item, decided);
  const source = await draftSource(tx, caller, item, text, publisher.id);

  const byNumber = new Map(decided.map((one) => [one.number, one]));
  const named = (name: string) => byNumber.get(proposalNamed(name) ?? 0);
  const setting: Setting = {
    source,
    repeats: await repeatedBy(tx, item, source),
    language: item.language ?? 'en',
    author: item.author,
    publisher,
    resolve: (name) => (proposalNamed(name) === null ? name : (named(name)?.record ?? null)),
    eventType: (name) => {
      const event = named(name)?.proposal;
      return event?.kind === 'event' ? event.payload.type : null;
    },
    cite: ({ start, end }, field, role = 'supports') => ({
      field,
      role,
      passage: { source, ...selectPassage(text, start, end, sha256) },
    }),
  };
  const records = await draftAll(tx, caller, decided, setting);
  const { changed, left } = await addAll(tx, caller, decided, setting);
  for (const { id: recordId, number } of records) {
    await tx.suggestion.update({ where: { itemId_number: { itemId: id, number } }, data: { recordId } });
  }
  await tx.intakeItem.update({
    where: { id },
    data: { state: 'finished', sourceId: source, finishedAt: new Date(), lockVersion: { increment: 1 } },
  });
  await note(tx, {
    userId,
    action: 'intake.send',
    detail: { item: id, source, records: records.map((record) => record.id), changed: changed.map((one) => one.id) },
  });
  return { source, records, changed, left };
}

/** The proposals with the records they stand for. Refuses where one is undecided, or a provision has no programme. */
function decidedOf(rows: readonly SuggestionRow[]): Decided[] {
  const left = rows.filter(({ decision }) => decision === null);
  if (left.length > 0) {
    throw new RapporteurError(
      'state_conflict',
      `${left.length} ${left.length === 1 ? 'proposal is' : 'proposals are'} undecided. Accept, merge or reject ${left.length === 1 ? 'it' : 'them'} first.`,
      left.slice(0, 50).map(({ number }) => ({ path: `/suggestions/${number}`, message: 'is undecided' })),
    );
  }
  const decided = rows.map((row): Decided => {
    const { proposal, passages } = currentOf(row);
    const accepted = row.decision === 'accepted' || row.decision === 'edited';
    const own = accepted && proposal.kind !== 'provision' ? newId(proposal.kind) : null;
    return { row, number: row.number, proposal, passages, accepted, record: row.mergedWithId ?? own };
  });
  const byNumber = new Map(decided.map((one) => [one.number, one]));
  const homeless = decided.filter(({ accepted, proposal }) => {
    if (!accepted || proposal.kind !== 'provision') return false;
    const { programme } = proposal.payload;
    const number = programme === null ? 0 : proposalNamed(programme);
    return number !== null && (byNumber.get(number)?.record ?? null) === null;
  });
  if (homeless.length > 0) {
    throw new RapporteurError(
      'invalid_input',
      'A provision is a part of a programme. Edit it and choose which programme, or reject it.',
      homeless.map(({ number }) => ({ path: `/suggestions/${number}`, message: 'has no programme' })),
    );
  }
  return decided;
}

/** The programme that an accepted provision is a part of: a proposal's number, or the id of a record. */
const programmeOf = ({ accepted, proposal }: Decided) =>
  accepted && proposal.kind === 'provision' ? proposal.payload.programme : null;

async function draftAll(
  tx: Transaction,
  caller: Caller,
  decided: readonly Decided[],
  setting: Setting,
): Promise<SentView['records']> {
  const drafted: SentView['records'] = [];
  const own = decided.filter(({ accepted, record }) => accepted && record !== null);
  for (const { number, proposal, passages, record } of own.toSorted(byRank)) {
    if (record === null || proposal.kind === 'provision') continue;
    const provisions = decided.flatMap((other) =>
      programmeOf(other) === `#${number}` && other.proposal.kind === 'provision'
        ? [{ payload: other.proposal.payload, passages: other.passages }]
        : [],
    );
    const { content, citations } = contentOf(proposal, passages, setting, provisions);
    const title = proposalTitle(proposal);
    await createUnfinishedIn(tx, caller, { kind: proposal.kind, id: record, content, citations });
    const complete = contentSchemas[proposal.kind].safeParse(content).success;
    drafted.push({ id: record, kind: proposal.kind as Kind, number, title, complete });
  }
  return drafted.toSorted((a, b) => a.number - b.number);
}

const byRank = (a: Decided, b: Decided) =>
  order.indexOf(a.proposal.kind) - order.indexOf(b.proposal.kind) || a.number - b.number;

/** What the text adds to records that were there: merged proposals, and provisions of programmes on record. */
async function addAll(
  tx: Transaction,
  caller: Caller,
  decided: readonly Decided[],
  setting: Setting,
): Promise<Pick<SentView, 'changed' | 'left'>> {
  const additions = new Map<string, Addition[]>();
  const own = new Set(decided.flatMap(({ accepted, record }) => (accepted && record !== null ? [record] : [])));
  for (const one of decided) {
    const programme = programmeOf(one);
    const target = one.row.mergedWithId ?? (programme === null ? null : setting.resolve(programme));
    if (target === null || own.has(target)) continue;
    additions.set(target, [...(additions.get(target) ?? []), one]);
  }
  const all: Pick<SentView, 'changed' | 'left'> = { changed: [], left: [] };
  // In the order of their ids, so that two commands never wait for each other in a circle.
  for (const id of [...additions.keys()].toSorted()) {
    const { changed, left } = await addTo(tx, caller, id, additions.get(id) ?? [], setting);
    all.changed.push(...changed.map((number) => ({ id, number })));
    all.left.push(...left.map((one) => ({ id, ...one })));
  }
  return all;
}
