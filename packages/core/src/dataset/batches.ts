import type { Planned } from './planned';

/** How many records are written in one transaction, and how much text at most, in UTF-16 units. */
const [batchRecords, batchText] = [200, 4_000_000];

/** Cuts a plan into what is written at once. */
export function* batches(plan: Iterable<Planned>): Generator<Planned[]> {
  let batch: Planned[] = [];
  let text = 0;
  for (const planned of plan) {
    const own = planned.version?.text.text.length ?? 0;
    // One kind after the other: what others rest on or name is public before them.
    const other = batch[0] !== undefined && batch[0].kind !== planned.kind;
    if (batch.length > 0 && (other || batch.length >= batchRecords || text + own > batchText)) {
      yield batch;
      [batch, text] = [[], 0];
    }
    batch.push(planned);
    text += own;
  }
  if (batch.length > 0) yield batch;
}
