import { mapDatabaseError } from '@rapporteur/db/errors';
import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Caller } from '../policy';
import { dependantsOf } from '../record/dependants';
import { mergeRecordsIn } from '../record/merge';
import { resolveMerges } from '../record/merges';
import { receiveRedirectIn, receiveTombstoneIn } from '../record/receive';
import { withdrawIn } from '../record/withdraw';
import type { Handles } from './handles';
import { fault, isOf, type Line } from './lines';
import type { NumberedLine, Problems } from './parse';

type Ending = Line<'withdrawal'> | Line<'merge'>;
export type Ended = 'withdrawn' | 'merged' | 'unchanged';

interface Refused {
  ending: Ending;
  error: RapporteurError;
}

/**
 * Withdraws and merges what the lines say. Records rest on one another, so a line that is refused is tried again after
 * the others; a record that others are merged into is withdrawn after them.
 */
export async function endRecords(
  tx: Transaction,
  lines: readonly NumberedLine[],
  handles: Handles,
  reviewer: Caller,
  problems: Problems,
): Promise<Ended[]> {
  const withdrawals = lines.filter(isOf('withdrawal'));
  const merges = lines.filter(isOf('merge'));
  const targets = new Set(merges.map(({ value }) => handles.find(value.into)));
  const isTarget = ({ value }: Ending) => targets.has(handles.idOf(value));
  const done: Ended[] = [];
  const attempt = async (ending: Ending) => {
    const { value } = ending;
    done.push(
      value.type === 'withdrawal'
        ? await withdraw(tx, value, handles, reviewer)
        : await merge(tx, value, handles, reviewer),
    );
  };
  const left = await settle(tx, [...withdrawals.filter((each) => !isTarget(each)), ...merges], attempt);
  const last = await settle(tx, [...withdrawals.filter(isTarget), ...left.map(({ ending }) => ending)], attempt);
  for (const { ending, error } of last) problems.add(ending.line, error);
  return done;
}

/** Tries what is left until nothing more of it goes; answers what was refused to the end. */
async function settle(
  tx: Transaction,
  endings: readonly Ending[],
  attempt: (ending: Ending) => Promise<void>,
): Promise<Refused[]> {
  for (let left = endings; ;) {
    const refused: Refused[] = [];
    for (const ending of left) {
      await tx.$executeRaw`SAVEPOINT ending`;
      try {
        await attempt(ending);
        await tx.$executeRaw`RELEASE SAVEPOINT ending`;
      } catch (reason) {
        const error = mapDatabaseError(reason);
        if (!(error instanceof RapporteurError) || error.code === 'unavailable') throw error;
        // A refusal leaves nothing behind, or the next attempt would meet it.
        await tx.$executeRaw`ROLLBACK TO SAVEPOINT ending`;
        refused.push({ ending, error });
      }
    }
    if (refused.length === 0 || refused.length === left.length) return refused;
    left = refused.map(({ ending }) => ending);
  }
}

async function withdraw(
  tx: Transaction,
  value: Line<'withdrawal'>['value'],
  handles: Handles,
  reviewer: Caller,
): Promise<Ended> {
  const found = await lookUp(tx, value, handles);
  if (!found) {
    await receiveTombstoneIn(tx, reviewer, { ...value, id: value.id ?? '' });
    return 'withdrawn';
  }
  const { id, lockVersion, entry } = found;
  if (entry.state === 'merged') throw fault('/slug', 'was merged into another record');
  if (entry.state === 'withdrawn') return unchanged(entry.reason, value.reason, 'withdrawn');
  const resting = await dependantsOf(tx, id);
  if (resting.length > 0) {
    const names = resting.map(({ id: other, title }) => `${title ?? 'a record'} (${other})`).join(', ');
    throw fault('/slug', `public records rest on it, which have to be corrected or withdrawn first: ${names}`);
  }
  await withdrawIn(tx, reviewer, { id, expectedVersion: lockVersion, reason: value.reason });
  return 'withdrawn';
}

async function merge(
  tx: Transaction,
  value: Line<'merge'>['value'],
  handles: Handles,
  reviewer: Caller,
): Promise<Ended> {
  const into = handles.find(value.into);
  if (!into) throw fault('/into', `there is no record ${value.into}`);
  const found = await lookUp(tx, value, handles);
  if (!found) {
    await receiveRedirectIn(tx, reviewer, { ...value, id: value.id ?? '', into });
    return 'merged';
  }
  const { id, lockVersion, entry } = found;
  if (entry.state === 'withdrawn') throw fault('/slug', 'was withdrawn');
  if (entry.state === 'merged') {
    const resolve = await resolveMerges(tx, [id, into]);
    if (resolve(id) !== resolve(into)) throw fault('/into', 'was merged into another record');
    return unchanged(entry.reason, value.reason, 'merged');
  }
  await mergeRecordsIn(tx, reviewer, { id, expectedVersion: lockVersion, into, reason: value.reason });
  return 'merged';
}

/** The public record that a line ends; null where none was ever here and the line's id says which it was elsewhere. */
async function lookUp(tx: Transaction, value: Ending['value'], handles: Handles) {
  const id = handles.idOf(value);
  const record = id === null ? null : await tx.record.findUnique({ where: { id } });
  const where = `${value.kind} at ${value.slug}`;
  if (!record) {
    if (value.id) return null;
    throw fault('/slug', `there is no ${where}; one that ended elsewhere needs its id`);
  }
  if (value.id !== undefined && value.id !== record.id) throw fault('/id', `the ${where} has the id ${record.id}`);
  if (record.slug !== value.slug || record.kind !== value.kind)
    throw fault('/id', `is that of the ${record.kind} at ${record.slug}`);
  const entry = await tx.entry.findUnique({ where: { id: record.id }, select: { state: true, reason: true } });
  if (!entry) throw fault('/slug', `the ${where} is not public`);
  return { id: record.id, lockVersion: record.lockVersion, entry };
}

function unchanged(there: string | null, given: string, ended: string): 'unchanged' {
  if (there !== given.trim()) throw fault('/reason', `it was ${ended} for another reason: ${there ?? ''}`);
  return 'unchanged';
}
