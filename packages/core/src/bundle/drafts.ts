import type { Transaction } from '@rapporteur/db/transaction';
import { mapReferences, references } from '@rapporteur/domain/content/references';
import type { Kind } from '@rapporteur/domain/kinds';
import { openStates } from '@rapporteur/domain/lifecycle';
import { checkContent, hashContent } from '../record/content';
import { createDraftIn } from '../record/create';
import { resolveMerges } from '../record/merges';
import { holdOffPublications } from '../record/publish';
import { approveIn } from '../record/review';
import { saveDraftIn } from '../record/save';
import { submitIn } from '../record/submit';
import type { RecordLine } from './format';
import type { Handles } from './handles';
import type { ImportPeople, ImportProgress } from './people';
import { fault, gather, type Line } from './lines';
import type { Problems } from './parse';
import type { SourceTexts } from './quotes';

interface Context {
  handles: Handles;
  texts: SourceTexts;
  people: ImportPeople;
  problems: Problems;
  onProgress: (progress: ImportProgress) => void;
}

interface Drafts {
  /** The ids of what is approved now, to be published. */
  written: string[];
  created: number;
  changed: number;
  unchanged: number;
}

/** Sources and what others are named after come first, so that drafts find the names they need. */
const rank = ({ kind }: RecordLine) =>
  ['actor', 'source', 'issue', 'event', 'programme', 'statement', 'position', 'commitment', 'article'].indexOf(kind);

/** Writes the records of a bundle as drafts, submitted and approved, but for those that are public with this very text. */
export async function writeDrafts(
  tx: Transaction,
  records: readonly Line<'record'>[],
  context: Context,
): Promise<Drafts> {
  const drafts: Drafts = { written: [], created: 0, changed: 0, unchanged: 0 };
  const held = { off: false };
  let done = 0;
  for (const { line, value } of records.toSorted((a, b) => rank(a.value) - rank(b.value))) {
    await gather(context.problems, line, async () => {
      const outcome = await writeDraft(tx, value, { ...context, held });
      drafts[outcome] += 1;
      if (outcome !== 'unchanged') drafts.written.push(context.handles.idOf(value) ?? '');
    });
    done += 1;
    context.onProgress({ doing: 'writing drafts', done, of: records.length });
  }
  return drafts;
}

async function writeDraft(
  tx: Transaction,
  value: RecordLine,
  context: Context & { held: { off: boolean } },
): Promise<'created' | 'changed' | 'unchanged'> {
  const { handles, texts, people, held } = context;
  const id = handles.idOf(value) ?? '';
  const content = texts.withFingerprints(id, handles.resolve(value));
  const citations = await texts.anchor(value, handles);
  const checked = checkContent(value.kind, content, citations);
  const record = await tx.record.findUnique({
    where: { id },
    include: { revisions: { where: { state: { not: 'discarded' } }, select: { state: true, contentHash: true } } },
  });
  const live = record?.revisions.find(({ state }) => state === 'live');
  const { contentHash } = checked;
  if (live && (live.contentHash === contentHash || (await hashThroughMerges(tx, value.kind, id)) === contentHash))
    return 'unchanged';
  if (record && !held.off) {
    // Others may lock what is there, so publications wait from now on; and it may have changed before they did.
    await holdOffPublications(tx);
    held.off = true;
    return writeDraft(tx, value, context);
  }
  // Somebody's text is never written over.
  if (record?.revisions.some(({ state }) => openStates.some((open) => open === state)))
    throw fault('/slug', 'somebody is working on it at the desk; publish or discard that revision first');
  const note = value.note ?? null;
  const change = record && record.revisions.length > 0 ? (value.change ?? 'update') : 'publish';
  const draft = record
    ? await saveDraftIn(tx, people.importer, {
        id,
        expectedVersion: record.lockVersion,
        content,
        citations,
        change,
        note,
      })
    : await createDraftIn(tx, people.importer, { id, kind: value.kind, slug: value.slug, content, citations, note });
  const submitted = await submitIn(tx, people.importer, { id, expectedVersion: draft.lockVersion });
  await approveIn(tx, people.reviewer, { id, expectedVersion: submitted.lockVersion });
  return record ? 'changed' : 'created';
}

/** The hash of the live content with merged records named by those that stand for them, as an export names them. */
async function hashThroughMerges(tx: Transaction, kind: Kind, id: string): Promise<string> {
  const { content, citations } = await tx.revision.findFirstOrThrow({ where: { recordId: id, state: 'live' } });
  const named = references(kind, content).map(({ value }) => value);
  const resolve = await resolveMerges(tx, named);
  return hashContent(
    kind,
    mapReferences(kind, content, ({ value }) => resolve(value)),
    citations,
  );
}
