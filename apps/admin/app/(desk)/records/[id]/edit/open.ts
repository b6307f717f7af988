import type { DeskRevisionSummary } from '@rapporteur/api/admin/desk-views';
import type { adminCaller } from '@rapporteur/api/admin/router';
import { problemOf } from '@rapporteur/api/errors';
import type { Kind } from '@rapporteur/domain/kinds';
import { siteAddress } from '../../../../../env';
import type { Draft } from '../../../../../editor/draft/draft';
import type { Opening } from '../../../../../editor/opening';

type Call = ReturnType<typeof adminCaller>;

/** Why a record cannot be edited now: its open revision is with a reviewer or waits for its day, or it is another record now. */
export interface Closed {
  closed: 'reviewed' | 'merged';
}

/** Whether a revision is with a reviewer or waits for its day: until that is over nobody edits the record. */
export const isDecidedOn = ({ state }: Pick<DeskRevisionSummary, 'state'>): boolean =>
  state === 'in_review' || state === 'approved' || state === 'scheduled';

/** Reads what an editor opens with: the record as it is saved, and what the caller has typed and not saved. */
export async function openEditor(call: Call, id: string, kind: Kind): Promise<Opening | Closed> {
  const [me, current, kept] = await Promise.all([
    call.user.me({}),
    orNull(() => call.record.current({ id })),
    call.workingCopy.get({ id }),
  ]);
  const record = current === null ? null : await call.record.get({ id });
  if (record !== null && record.record.mergedIntoId !== null) return { closed: 'merged' };
  if (current !== null && isDecidedOn(current)) return { closed: 'reviewed' };
  const published = record?.revisions.some(({ publishedAt }) => publishedAt !== null) ?? false;
  return {
    id,
    kind,
    userId: me.id,
    site: siteAddress('/'),
    asked: askedOf(record?.revisions[0]),
    published: published || (record !== null && record.moreRevisions !== null),
    saved:
      current === null
        ? null
        : {
            draft: draftOf({
              ...current,
              // A draft says what its change is; beside a public revision, the next change is still to be said.
              note: current.state === 'draft' ? current.note : null,
              change: current.state === 'draft' && current.changeSaid ? current.change : null,
            }),
            base: { revision: current.revisionNumber, version: current.lockVersion },
            state: current.state,
            savedBy: current.savedBy.name,
          },
    kept:
      kept === null
        ? null
        : {
            draft: draftOf(kept),
            base:
              kept.baseRevision === null || kept.baseVersion === null
                ? null
                : { revision: kept.baseRevision, version: kept.baseVersion },
            sequence: kept.sequence,
            clientId: kept.clientId,
            at: Date.parse(kept.updatedAt),
          },
  };
}

/** The words with which a draft was sent back. A draft that has been handed in since is none. */
function askedOf(newest: DeskRevisionSummary | undefined): Opening['asked'] {
  const [last] = newest?.state === 'draft' ? newest.reviews : [];
  if (last?.decision !== 'changes_requested' || !last.comment?.trim()) return null;
  return { by: last.reviewer, words: last.comment, at: Date.parse(last.at) };
}

interface Stored {
  content?: unknown;
  citations?: unknown;
  slug: string;
  note: string | null;
  change: string | null;
  pasted?: string;
}

/** A stored text as a draft. What an older desk stored is made editable when it is opened. */
function draftOf({ content, citations, slug, note, change, pasted = '' }: Stored): Draft {
  return {
    content: content as Draft['content'],
    citations: Array.isArray(citations) ? (citations as Draft['citations']) : [],
    slug,
    note,
    change: change as Draft['change'],
    pasted,
  };
}

async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (problemOf(error).code === 'not_found') return null;
    throw error;
  }
}
