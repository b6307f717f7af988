import type { Published } from '@rapporteur/db/clients';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import type { Transaction } from '@rapporteur/db/transaction';
import { diffContent } from '@rapporteur/domain/diff';
import type { PublicationPreview } from '@rapporteur/domain/publication-views';
import type { RecordAnswer, RecordView } from '@rapporteur/domain/views';
import { authorize, type Caller } from '../policy';
import { diffRevisions } from '../record/history';
import { namedBy } from '../record/project-set';
import { beginPublication, makePublic } from '../record/publish';
import { getRecord } from '../record/read';
import { neighbours } from './neighbours';
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
  const near = others
    ? await neighbours(
        tx,
        items.map((each) => each.id),
        namedBy(items).map(context.resolve),
      )
    : { ids: [], more: false };
  const at = await beginPublication(tx);
  // Read once nobody else can publish, so that every difference is of this publication.
  const before = await getRecord(tx, { id });
  const pagesBefore = await pages(tx, near.ids);
  await makePublic(tx, items, { ...context, at });
  const after = liveOf(await getRecord(tx, { id }), id);
  const pagesAfter = await pages(tx, near.ids);
  const from = before?.found === 'live' ? before.record.revisionNumber : null;
  return {
    record: summaryOf(item),
    before,
    after,
    diff: from === null ? null : await diffRevisions(tx, id, from, revision),
    notice: from === null ? null : after.change,
    others: near.ids.flatMap((other) => difference(pagesBefore.get(other), pagesAfter.get(other))),
    more: near.more,
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

async function pages(published: Published, ids: readonly string[]): Promise<Map<string, RecordView>> {
  const found = new Map<string, RecordView>();
  for (const id of ids) {
    const answer = await getRecord(published, { id });
    if (answer?.found === 'live') found.set(id, answer.record);
  }
  return found;
}

function difference(before: RecordView | undefined, after: RecordView | undefined): PublicationPreview['others'] {
  if (before === undefined || after === undefined) return [];
  const changes = diffContent(before, after);
  if (changes.length === 0) return [];
  const { id, kind, slug, title } = after;
  return [
    {
      record: { id, kind, slug, title, state: 'live' },
      parts: [...new Set(changes.map(({ path }) => path.split('/')[1] ?? ''))],
      count: changes.length,
      changes: changes.slice(0, longestList),
    },
  ];
}

function liveOf(answer: RecordAnswer | null, id: string): RecordView {
  if (answer?.found !== 'live') throw new Error(`The rehearsed publication of ${id} did not make it public.`);
  return answer.record;
}
