import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { openStates } from '@rapporteur/domain/lifecycle';
import type { PreviewMade } from '@rapporteur/domain/preview-views';
import { onceSealed } from '../idempotency';
import { authorize, type Caller } from '../policy';
import { previewedRecord } from '../publication/preview';
import { withoutTrace } from '../publication/without-trace';
import { lockRecord } from '../record/lock';
import { storePreview } from './store';

export interface MakePreview {
  id: string;
  revision: number;
  /** How long it works, in hours. */
  hours: number;
  /** Of chance, such as a UUID: the same request again makes no second preview, and gets the same answer. */
  idempotencyKey?: string | undefined;
}

/**
 * Makes a preview of the open revision of a record in the real site, for whoever holds the token. The token is given
 * once and kept as a hash. It ends with its time, with any change of the revision, with publication, with the right of
 * its maker to see the desk, or when it is revoked.
 */
export async function makePreview(db: PrismaClient, caller: Caller, input: MakePreview): Promise<PreviewMade> {
  const { userId } = authorize(caller, 'preview.make');
  const { id, revision: number, hours, idempotencyKey: key } = input;
  // Read before the view: what is withdrawn while it is made ends it, too.
  const newest = await db.publication.findFirst({ orderBy: { sequence: 'desc' }, select: { sequence: true } });
  const seen = await db.revision.findUnique({ where: { recordId_number: { recordId: id, number } } });
  const view = await withoutTrace(db, (tx) => previewedRecord(tx, id, number));
  const store = async (tx: Transaction): Promise<PreviewMade> => {
    const record = await lockRecord(tx, id, null);
    const revision = await tx.revision.findFirst({
      where: { recordId: record.id, number, state: { in: [...openStates] } },
    });
    const same = revision && seen && isSame(revision, seen);
    if (!same) throw new RapporteurError('version_conflict', 'This was changed a moment ago; look at it again.');
    const { contentHash, change, note } = revision;
    return storePreview(
      tx,
      { userId, hours },
      {
        recordId: id,
        revisionNumber: number,
        contentHash,
        page: { change, note, view },
        translation: null,
        sequence: newest?.sequence ?? 0n,
      },
    );
  };
  const asked = { userId, key, action: 'preview.make', input: { id, number, hours } };
  return transaction(db, (tx) => onceSealed(tx, asked, () => store(tx)));
}

interface Shown {
  contentHash: string;
  change: string;
  note: string | null;
}

const isSame = (one: Shown, other: Shown) =>
  one.contentHash === other.contentHash && one.change === other.change && one.note === other.note;
