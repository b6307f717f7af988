import { Prisma, type PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import {
  longestPassage,
  mostProposals,
  proposalNamed,
  recordKindOf,
  type ProposalKind,
  type ProposalPassage,
} from '@rapporteur/domain/intake/proposal';
import type { Decision, SuggestionView } from '@rapporteur/domain/intake/views';
import { kindOfId, type Id } from '@rapporteur/domain/ids';
import { note } from '../audit/entry';
import { once } from '../idempotency';
import { authorize, type Caller } from '../policy';
import { namable } from '../reference/search';
import { lockItem, lockSuggestion, requireItem, type Item, type SuggestionRow } from './lock';
import { matchOne } from './matches';
import { namesIn } from './names';
import { checkPayload, currentOf, fingerprintOf } from './suggestion';
import { suggestionView } from './suggestion-view';

/** Accepts a proposal, or rejects it. What was edited before is accepted as edited. Deciding the same again changes nothing. */
export function decide(
  db: PrismaClient,
  caller: Caller,
  { id, decision }: { id: string; decision: 'accepted' | 'rejected' },
): Promise<SuggestionView> {
  return change(db, caller, id, ({ suggestion }) => {
    const wanted = decision === 'accepted' && suggestion.edited !== null ? 'edited' : decision;
    return Promise.resolve({ decision: wanted, mergedWithId: null });
  });
}

/** Takes a decision back. What was edited stays as it was edited. */
export function undo(db: PrismaClient, caller: Caller, { id }: { id: string }): Promise<SuggestionView> {
  return change(db, caller, id, () => Promise.resolve({ decision: null, mergedWithId: null }));
}

/** Puts a proposal right and accepts it so. Throws `invalid_input`, each fault at its field. */
export function editProposal(
  db: PrismaClient,
  caller: Caller,
  { id, payload }: { id: string; payload: unknown },
): Promise<SuggestionView> {
  return change(db, caller, id, async ({ tx, item, suggestion }) => {
    const { kind, payload: checked } = checkPayload(suggestion.kind as ProposalKind, payload);
    await requireNamed(tx, item, suggestion.number, kind, checked);
    return { decision: 'edited', mergedWithId: null, edited: checked as Prisma.InputJsonObject };
  });
}

/** Rests a proposal on other words of the text; whether it is accepted stays as it was. */
export function choosePassage(
  db: PrismaClient,
  caller: Caller,
  { id, start, end }: { id: string; start: number; end: number },
): Promise<SuggestionView> {
  return change(db, caller, id, async ({ tx, item, suggestion }) => {
    await requirePlace(tx, item, { part: 'main', start, end });
    const kept = currentOf(suggestion).passages.filter(({ part }) => part !== 'main');
    return { chosen: [{ part: 'main', start, end }, ...kept] };
  });
}

/** Says that a proposal is about a record that is there already. */
export function mergeProposal(
  db: PrismaClient,
  caller: Caller,
  { id, into }: { id: string; into: string },
): Promise<SuggestionView> {
  return change(db, caller, id, async ({ tx, suggestion }) => {
    if (suggestion.kind === 'provision') {
      throw new RapporteurError(
        'invalid_input',
        'A provision is a part of its programme: edit it and choose which, instead of merging it.',
      );
    }
    if (
      kindOfId(into) !== suggestion.kind ||
      (await namableIds(tx, suggestion.kind as ProposalKind, [into])).size === 0
    ) {
      throw new RapporteurError('invalid_input', `This is no ${suggestion.kind} that a proposal can be merged with.`, [
        { path: '/into', message: `is not a ${suggestion.kind} on record` },
      ]);
    }
    return { decision: 'merged', mergedWithId: into };
  });
}

export interface ProposeByHand {
  item: string;
  kind: ProposalKind;
  payload: unknown;
  start: number;
  end: number;
  /** Repeated under one key, it is proposed once. */
  idempotencyKey?: string;
}

/** Proposes what the software did not see. It comes last, and is decided like the others. */
export function proposeByHand(db: PrismaClient, caller: Caller, input: ProposeByHand): Promise<SuggestionView> {
  const { userId } = authorize(caller, 'intake.decide');
  const { idempotencyKey: key, ...rest } = input;
  return transaction(db, (tx) =>
    once(tx, { userId, key, action: 'intake.propose', input: rest }, async () => {
      const item = await lockItem(tx, input.item, null);
      requireItem(item, ['suggested'], 'propose a record');
      const proposal = checkPayload(input.kind, input.payload);
      const passages: ProposalPassage[] = [{ part: 'main', start: input.start, end: input.end }];
      await requirePlace(tx, item, { part: 'main', start: input.start, end: input.end });
      const last = await tx.suggestion.aggregate({ where: { itemId: item.id }, _max: { number: true } });
      const number = (last._max.number ?? 0) + 1;
      if (number > mostProposals) {
        throw new RapporteurError('limit_exceeded', `A text has at most ${mostProposals} proposals.`);
      }
      await requireNamed(tx, item, number, input.kind, proposal.payload);
      const row = await tx.suggestion.create({
        data: {
          itemId: item.id,
          number,
          kind: proposal.kind,
          payload: proposal.payload,
          passages,
          reason: '',
          confidence: 1,
          fingerprint: fingerprintOf({ proposal, passages }),
          byHand: true,
          matches: await matchOne(tx, proposal, (name) => (proposalNamed(name) === null ? name : null)),
        },
      });
      await note(tx, { userId, action: 'intake.propose', detail: { item: item.id, number, kind: proposal.kind } });
      return suggestionView(tx, row);
    }),
  );
}

interface Locked {
  tx: Transaction;
  item: Item;
  suggestion: SuggestionRow;
}
interface Change {
  decision?: Decision | null;
  mergedWithId?: string | null;
  edited?: Prisma.InputJsonObject;
  chosen?: ProposalPassage[];
}

/** Changes a proposal while its text waits for decisions: one transaction with its audit entry. */
function change(
  db: PrismaClient,
  caller: Caller,
  id: string,
  made: (locked: Locked) => Promise<Change>,
): Promise<SuggestionView> {
  const { userId } = authorize(caller, 'intake.decide');
  return transaction(db, async (tx) => {
    const { item, suggestion } = await lockSuggestion(tx, id);
    const { decision, ...rest } = await made({ tx, item, suggestion });
    const same = decision === suggestion.decision && rest.mergedWithId === suggestion.mergedWithId;
    if (same && rest.edited === undefined) return suggestionView(tx, suggestion);
    const by =
      decision === undefined
        ? {}
        : decision === null
          ? { decision, decidedById: null, decidedAt: null, rejectedBefore: false }
          : { decision, decidedById: userId, decidedAt: new Date(), rejectedBefore: false };
    const row = await tx.suggestion.update({ where: { id }, data: { ...rest, ...by } });
    await tx.intakeItem.update({ where: { id: item.id }, data: { asideAt: null } });
    await note(tx, { userId, action: 'intake.decide', detail: toldOf(item, row, decision) });
    return suggestionView(tx, row);
  });
}

const toldOf = (item: Item, { number, mergedWithId }: SuggestionRow, decision: Decision | null | undefined) => ({
  item: item.id,
  number,
  decision: decision === undefined ? 'passage' : (decision ?? 'undone'),
  ...(mergedWithId === null ? {} : { into: mergedWithId }),
});

async function requirePlace(tx: Transaction, { sha256 }: Item, { start, end }: ProposalPassage): Promise<void> {
  if (end - start > longestPassage) {
    throw new RapporteurError('invalid_input', 'This passage is too long to be cited. Choose the words that say it.', [
      { path: '/end', message: `more than ${longestPassage.toLocaleString('en')} characters behind the start` },
    ]);
  }
  const text = await tx.storedText.findUnique({ where: { sha256: sha256 ?? '' }, select: { length: true } });
  if (start < end && end <= (text?.length ?? 0)) return;
  throw new RapporteurError('invalid_input', 'These words are not in the text.', [
    { path: '/end', message: 'lies outside the text' },
  ]);
}

/** Refuses a payload that names a proposal of another text or kind, itself, or a record that cannot be named. */
async function requireNamed(
  tx: Transaction,
  item: Item,
  own: number,
  kind: ProposalKind,
  payload: unknown,
): Promise<void> {
  const names = namesIn(kind, payload);
  const siblings = await tx.suggestion.findMany({ where: { itemId: item.id }, select: { number: true, kind: true } });
  const kindOf = new Map(siblings.map((row) => [row.number, row.kind]));
  const records = names.map(({ name }) => name).filter((name) => proposalNamed(name) === null);
  const there = await namableIds(tx, null, records);
  const issues = names.flatMap(({ path, kind: wanted, name }) => {
    const number = proposalNamed(name);
    if (number === null) {
      return there.has(name) ? [] : [{ path: `/payload${path}`, message: `names a record that is not there: ${name}` }];
    }
    return number !== own && kindOf.get(number) === wanted
      ? []
      : [{ path: `/payload${path}`, message: `there is no other ${wanted} with the number ${number}` }];
  });
  if (issues.length > 0) throw new RapporteurError('invalid_input', 'This proposal names what is not there.', issues);
}

async function namableIds(tx: Transaction, kind: ProposalKind | null, ids: readonly string[]): Promise<Set<string>> {
  const kinds = kind === null ? [...new Set(ids.flatMap((id) => kindOfId(id) ?? []))] : [recordKindOf(kind)];
  if (ids.length === 0 || kinds.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ id: Id }[]>`
    SELECT r."id" FROM "Record" r JOIN "Revision" v ON v."recordId" = r."id"
    WHERE r."id" = ANY (${[...ids]}::text[]) AND ${namable(kinds)}`;
  return new Set(rows.map(({ id }) => id));
}
