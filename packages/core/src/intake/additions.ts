import type { Transaction } from '@rapporteur/db/transaction';
import { citations as citationsSchema, type Citation } from '@rapporteur/domain/content/citation';
import { contentSchemas, type AnyContent } from '@rapporteur/domain/content/content';
import type { ProgrammeContent } from '@rapporteur/domain/content/programme';
import type { Kind } from '@rapporteur/domain/kinds';
import type { AnyPayload, PayloadOf, ProposalPassage } from '@rapporteur/domain/intake/proposal';
import { authorize, type Caller } from '../policy';
import { openRevision } from '../record/lock';
import { saveUnfinishedIn } from '../record/save';
import { partsOf, provisionOf, type Setting } from './contents';
import { tellTurn, type DraftedTurn } from './turns';

/** What a text adds to a record that was there before. */
export interface Addition {
  number: number;
  proposal: AnyPayload;
  passages: readonly ProposalPassage[];
}

/** What was added, by the numbers of the proposals; what was left, and why, in words for an editor. */
export interface Added {
  changed: number[];
  left: { number: number; why: string }[];
}

/**
 * Adds the passages of merged proposals, and provisions that a programme does not have yet, to a record that was there
 * before: as a change of its draft, or as a draft of its own where nothing is being worked on. What cannot be added simply
 * is left to a person. Actors and issues are only named, so nothing is added to them.
 */
export async function addTo(
  tx: Transaction,
  caller: Caller,
  recordId: string,
  additions: readonly Addition[],
  setting: Setting,
): Promise<Added> {
  authorize(caller, 'record.save');
  const all = (why: string): Added => ({ changed: [], left: additions.map(({ number }) => ({ number, why })) });
  const record = await tx.record.findUniqueOrThrow({ where: { id: recordId } });
  const kind = record.kind as Kind;
  if (kind === 'actor' || kind === 'issue') return { changed: [], left: [] };
  const open = await openRevision(tx, recordId);
  if (open !== null && open.state !== 'draft') return all('Somebody is reviewing it.');
  const newest = await tx.revision.findFirst({
    where: { recordId, state: { not: 'discarded' } },
    orderBy: { number: 'desc' },
  });
  // It was there when the proposal was merged with it.
  if (record.mergedIntoId !== null || newest === null || newest.state === 'withdrawn') {
    return all('It was withdrawn, merged or given up meanwhile.');
  }
  const content = contentSchemas[kind].safeParse(newest.content);
  const citations = citationsSchema.safeParse(newest.citations);
  if (!content.success || !citations.success) return all('Its draft is not finished.');
  // The schema of a kind gives the content of that kind; the pairing cannot be expressed to the compiler.
  const text = { record: { kind, content: content.data } as AnyContent, citations: [...citations.data] };
  const added: Added = { changed: [], left: [] };
  for (const addition of additions) {
    const why = add(text, addition, setting);
    if (why === null) added.changed.push(addition.number);
    else added.left.push({ number: addition.number, why });
  }
  if (added.changed.length > 0) {
    await saveUnfinishedIn(tx, caller, {
      id: recordId,
      expectedVersion: record.lockVersion,
      content: text.record.content,
      citations: text.citations,
    });
  }
  return added;
}

interface Text {
  record: AnyContent;
  citations: Citation[];
}

/** Adds one thing; answers why it was not added, or null. */
function add(text: Text, { proposal, passages }: Addition, setting: Setting): string | null {
  const { record, citations } = text;
  const citePart = (part: ProposalPassage['part'], field: string, role: Citation['role'] = 'supports') => {
    citations.push(...partsOf(passages, part).map((passage) => setting.cite(passage, field, role)));
    return null;
  };
  const cite = (field: string, role?: Citation['role']) => citePart('main', field, role);
  if (proposal.kind === 'provision') {
    return record.kind === 'programme'
      ? addProvision(record.content, proposal.payload, citePart)
      : 'It is no programme.';
  }
  switch (record.kind) {
    case 'programme':
      return cite('/summary', 'context');
    case 'event':
      return proposal.kind === 'event' && proposal.payload.date === record.content.date
        ? cite('/date')
        : cite('/title', 'context');
    case 'statement': {
      const { reports } = record.content;
      if (!reports.some(({ source }) => source === setting.source))
        reports.push({ source: setting.source, repeats: setting.repeats });
      if (proposal.kind === 'statement' && proposal.payload.date === record.content.date) citePart('date', '/date');
      return cite('/claims/0');
    }
    case 'position':
      return proposal.kind === 'position'
        ? addTurn(record.content, proposal.payload, setting, cite)
        : 'It is a position.';
    case 'commitment': {
      const step = proposal.kind === 'commitment' ? proposal.payload.step : null;
      const index = record.content.steps.findIndex((known) => known.step === step);
      return index < 0 ? 'It has no such step yet: add it yourself.' : cite(`/steps/${index}`);
    }
    default:
      return 'Nothing can be added to it.';
  }
}

function addProvision(
  { provisions }: ProgrammeContent,
  payload: PayloadOf<'provision'>,
  cite: (part: 'main' | 'force', field: string) => null,
): string | null {
  const index = provisions.findIndex(({ subject }) => folded(subject) === folded(payload.subject));
  const there = provisions[index];
  const say = (at: number, saysForce: boolean) => {
    if (saysForce) cite('force', `/provisions/${at}/force`);
    return cite('main', `/provisions/${at}/scope`);
  };
  if (there === undefined) return say(provisions.push(provisionOf(payload)) - 1, payload.force !== null);
  // A force that the programme does not have is not added to it: whoever reads it decides.
  if (there.scope === payload.scope) return say(index, payload.force !== null && there.force === payload.force);
  return `It has “${there.subject}” as ${there.scope.replace('_', ' ')} already: decide which stands.`;
}

function addTurn(
  { turns }: Extract<AnyContent, { kind: 'position' }>['content'],
  payload: PayloadOf<'position'>,
  { resolve, by }: Setting,
  cite: (field: string) => null,
): string | null {
  const statement = payload.statement === null ? null : resolve(payload.statement);
  // A turn of which the day, or the kind, is not known is a turn all the same: whoever hands the draft in says which.
  const turn = tellTurn(turns as DraftedTurn[], { ...payload, date: payload.date ?? by }, statement);
  return turn === null ? 'It has turns of later days: put this one in its place yourself.' : cite(`/turns/${turn}`);
}

const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
