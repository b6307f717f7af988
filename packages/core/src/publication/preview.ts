import type { Published } from '@rapporteur/db/clients';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';
import { canonicalJson } from '@rapporteur/domain/canonical';
import { diffContent } from '@rapporteur/domain/diff';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { PublicationPreview } from '@rapporteur/domain/publication-views';
import type { RecordAnswer, RecordView } from '@rapporteur/domain/views';
import { authorize, type Caller } from '../policy';
import { diffRevisions } from '../record/history';
import { beginPublication, makePublic } from '../record/publish';
import { getRecord } from '../record/read';
import { reachOf } from './reach';
import { rehearsedSet, type RehearsedItem } from './rehearsed-set';
import { withoutTrace } from './without-trace';

/** The most changes that are spelled out for one other page. */
const longestList = 40;

/**
 * What readers will see once the open revision of a record is published, and what changes for them: the publication is
 * carried out, read with the reads of the public site, and taken back. Asks for no approval and no evidence.
 */
export async function previewPublication(
  db: PrismaClient,
  caller: Caller,
  { id, revision }: { id: string; revision: number },
): Promise<PublicationPreview> {
  authorize(caller, 'desk.read');
  return withoutTrace(db, (tx) => rehearse(tx, id, revision));
}

/** The page of a record as it will be read; for the preview that the public site shows. */
export async function previewedRecord(tx: Transaction, id: string, revision: number): Promise<RecordView> {
  return (await rehearse(tx, id, revision, false)).after;
}

async function rehearse(tx: Transaction, id: string, revision: number, others = true): Promise<PublicationPreview> {
  const { items, context, faults } = await rehearsedSet(tx, id, revision);
  const [item] = items;
  const reach = others ? await reachOf(tx, items, context.resolve) : { ids: [], more: false };
  const seen = await newestSequence(tx);
  let standing = await pagesOf(tx, id, reach.ids);
  const at = await beginPublication(tx);
  // From here on nobody else publishes. What was read before holds unless somebody has published meanwhile: every
  // difference must be of this publication.
  if ((await newestSequence(tx)) !== seen) standing = await pagesOf(tx, id, reach.ids);
  await makePublic(tx, items, { ...context, at });
  const then = await pagesOf(tx, id, reach.ids);
  const { answer: before } = standing;
  const after = liveOf(then.answer, id);
  const was = before?.found === 'live' ? before.record : undefined;
  requireVersions(was, after);
  for (const [other, page] of then.others) requireVersions(standing.others.get(other), page);
  const from = was?.revisionNumber ?? null;
  return {
    record: summaryOf(item),
    before,
    after,
    diff: from === null ? null : await diffRevisions(tx, id, from, revision),
    notice: from === null ? null : after.change,
    others: reach.ids.flatMap((other) => difference(standing.others.get(other), then.others.get(other))),
    more: reach.more,
    together: items.slice(1).map(summaryOf),
    faults,
  };
}

const summaryOf = ({ id, slug, record, revision, state, deskTitle }: RehearsedItem) => ({
  id,
  kind: record.kind,
  slug,
  title: deskTitle,
  revisionNumber: revision.number,
  state,
});

interface Pages {
  answer: RecordAnswer | null;
  others: Map<string, RecordView>;
}

/** The page of a record and those of others that are live. */
async function pagesOf(published: Published, id: string, others: readonly string[]): Promise<Pages> {
  const found = new Map<string, RecordView>();
  for (const other of others) {
    const answer = await getRecord(published, { id: other });
    if (answer?.found === 'live') found.set(other, answer.record);
  }
  return { answer: await getRecord(published, { id }), others: found };
}

async function newestSequence(tx: Transaction): Promise<bigint> {
  const newest = await tx.publication.findFirst({ orderBy: { sequence: 'desc' }, select: { sequence: true } });
  return newest?.sequence ?? 0n;
}

/** Refuses with `missing_evidence` what would leave a passage of a page without its version, if it has not lacked it before. */
function requireVersions(before: RecordView | undefined, after: RecordView): void {
  const lacking = (page: RecordView | undefined) =>
    (page?.citations ?? []).flatMap(({ passage }) => (passage.version === 0 ? [passage] : []));
  const known = new Set(lacking(before).map(({ id }) => id));
  const lost = lacking(after).find(({ id }) => !known.has(id));
  if (lost === undefined) return;
  const { exact, source } = lost;
  const message = `The passage “${exact.slice(0, 60)}” is of a text that is no public version of “${source.title ?? source.id}”.`;
  throw new RapporteurError('missing_evidence', message);
}

function difference(before: RecordView | undefined, after: RecordView | undefined): PublicationPreview['others'] {
  if (before === undefined || after === undefined) return [];
  const is = new Map(Object.entries(after));
  // Part by part, because a list that only changes its order has no change that could be spelled out.
  const parts = Object.entries(before).flatMap(([part, was]) =>
    canonicalJson(was) === canonicalJson(is.get(part)) ? [] : [part],
  );
  if (parts.length === 0) return [];
  const changes = diffContent(before, after);
  const { id, kind, slug, title } = after;
  return [
    {
      record: { id, kind, slug, title, state: 'live' },
      parts,
      count: changes.length,
      changes: changes.slice(0, longestList),
    },
  ];
}

function liveOf(answer: RecordAnswer | null, id: string): RecordView {
  if (answer?.found !== 'live') throw new Error(`The rehearsed publication of ${id} did not make it public.`);
  return answer.record;
}
