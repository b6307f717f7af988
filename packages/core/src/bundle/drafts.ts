import type { Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { holdOffPublications } from '../record/publish';
import { byRank } from '../record/portions';
import { approveIn } from '../record/review';
import { saveDraftIn } from '../record/save';
import { requireComplete, submitIn } from '../record/submit';
import { requireAddress } from '../record/address';
import { checkContent, type CheckedContent } from '../record/content';
import { approveSet, createDrafts, submitSet } from '../record/write-set';
import type { BundleBytes } from './bytes';
import type { RecordLine } from './format';
import type { Handles } from './handles';
import { fault, gather, handleOf, toldByLine } from './lines';
import type { Addressed } from './outline';
import { lineAgain, type Problems } from './parse';
import type { ImportPeople } from './people';
import type { SourceTexts } from './source-texts';
import { sayingTheSame, standingOf, type Standing } from './standing';

interface Context {
  bytes: BundleBytes;
  handles: Handles;
  texts: SourceTexts;
  people: ImportPeople;
  problems: Problems;
  /** Told how many lines are done. */
  onWritten: (done: number) => void;
}

interface Drafts {
  /** The ids of what is approved now, to be published. */
  written: string[];
  created: number;
  changed: number;
  unchanged: number;
}

/** A record of the bundle, with its quotes found and its content checked. */
interface Prepared {
  place: Addressed;
  id: string;
  slug: string;
  change: RecordLine['change'];
  note: string | null;
  checked: CheckedContent;
}

/** How many records are written together, and how many bytes of the bundle at most. */
const [batchRecords, batchBytes] = [200, 1_500_000];

/**
 * Writes the records of a bundle as drafts, submitted and approved, but for those that are public with this very text. In
 * one order, however they come: sources and what others are named after first, so that drafts find the names they need.
 * First all that is new; then publications are held off, and what is there already is changed. So whoever imports
 * waits for others in one direction alone: for texts, then for the names of new records, then for publications.
 */
export async function writeDrafts(tx: Transaction, records: readonly Addressed[], context: Context): Promise<Drafts> {
  const drafts: Drafts = { written: [], created: 0, changed: 0, unchanged: 0 };
  const changing: Addressed[] = [];
  for (const batch of batches(records.toSorted((a, b) => byRank(a, b) || (handleOf(a) < handleOf(b) ? -1 : 1)))) {
    const prepared = await prepareAll(batch, context);
    const { fresh, changed } = await sortOut(tx, prepared);
    drafts.created += await create(tx, fresh, context);
    drafts.unchanged += prepared.length - fresh.length - changed.length;
    drafts.written.push(...fresh.map(({ id }) => id));
    for (const [{ place }] of changed) changing.push(place);
    context.onWritten(drafts.created + drafts.unchanged);
  }
  if (changing.length === 0) return drafts;
  // Others may lock what is there, so publications wait from now on; and it may have changed before they did.
  await holdOffPublications(tx);
  for (const batch of batches(changing)) {
    const prepared = await prepareAll(batch, context);
    const { changed } = await sortOut(tx, prepared);
    for (const [record, standing] of changed)
      await gather(context.problems, record.place.line, async () => {
        await change(tx, context.people, record, standing);
        drafts.changed += 1;
      });
    drafts.unchanged += prepared.length - changed.length;
    drafts.written.push(...changed.map(([{ id }]) => id));
    context.onWritten(drafts.created + drafts.unchanged + drafts.changed);
  }
  return drafts;
}

function* batches(records: readonly Addressed[]): Generator<Addressed[]> {
  let [batch, bytes]: [Addressed[], number] = [[], 0];
  for (const record of records) {
    if (batch.length > 0 && (batch.length >= batchRecords || bytes + record.length > batchBytes)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(record);
    bytes += record.length;
  }
  if (batch.length > 0) yield batch;
}

/** Reads lines again. Those with a fault are left out. */
async function prepareAll(batch: readonly Addressed[], context: Context): Promise<Prepared[]> {
  const { bytes, handles, texts, problems } = context;
  const prepared: Prepared[] = [];
  for (const place of batch) {
    const value = await lineAgain(bytes, place, 'record');
    await gather(problems, place.line, async () => {
      const id = handles.idOf(value) ?? '';
      const content = texts.withFingerprints(id, handles.resolve(value));
      const checked = checkContent(value.kind, content, await texts.anchor(value, handles));
      prepared.push({ place, id, slug: value.slug, change: value.change, note: value.note ?? null, checked });
    });
  }
  return prepared;
}

/** What of the records is new, and what changes. */
async function sortOut(
  tx: Transaction,
  prepared: readonly Prepared[],
): Promise<{ fresh: Prepared[]; changed: [Prepared, Standing][] }> {
  const there = await standingOf(
    tx,
    prepared.map(({ id }) => id),
  );
  const changed: [Prepared, Standing][] = [];
  for (const record of prepared) {
    const standing = there.get(record.id);
    if (standing && !(await sayingTheSame(tx, record.id, record.checked, standing))) changed.push([record, standing]);
  }
  return { fresh: prepared.filter(({ id }) => !there.has(id)), changed };
}

/** Creates what is new, in few statements. Answers how many there were. */
async function create(tx: Transaction, fresh: readonly Prepared[], { people, problems }: Context): Promise<number> {
  const sound: Prepared[] = [];
  for (const record of fresh)
    await gather(problems, record.place.line, async () => {
      requireAddress({ kind: record.checked.record.kind, slug: record.slug, id: record.id });
      requireComplete(record.checked);
      sound.push(record);
    });
  if (sound.length === 0) return 0;
  try {
    await createDrafts(tx, people.importer, sound);
    await submitSet(tx, people.importer, sound);
    await approveSet(tx, people.reviewer, sound);
  } catch (error) {
    if (!(error instanceof RapporteurError) || error.issues.length === 0) throw error;
    const lines = new Map(sound.map(({ place }) => [handleOf(place), place.line]));
    throw toldByLine(error, (handle) => lines.get(handle));
  }
  return sound.length;
}

/** Changes one record as any editor would. */
async function change(
  tx: Transaction,
  people: ImportPeople,
  { id, checked, note, change: kindOfChange = 'update' }: Prepared,
  { lockVersion, open, revisions }: Standing,
): Promise<void> {
  // Somebody's text is never written over.
  if (open) throw fault('/slug', 'somebody is working on it at the desk; publish or discard that revision first');
  const draft = await saveDraftIn(tx, people.importer, {
    id,
    expectedVersion: lockVersion,
    content: checked.record.content,
    citations: checked.citations,
    change: revisions > 0 ? kindOfChange : 'publish',
    note,
  });
  const submitted = await submitIn(tx, people.importer, { id, expectedVersion: draft.lockVersion });
  await approveIn(tx, people.reviewer, { id, expectedVersion: submitted.lockVersion });
}
