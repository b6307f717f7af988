import { api, refusalOf } from '../../client/api';
import { isSound } from '../check/check';
import type { Draft } from '../draft/draft';
import type { EditorStore } from '../draft/store';
import type { Keeper, Outcome, Sent } from './keeper';
import type { Base } from './local-text';
import { storePasted } from './store-pasted';

/** What saving came to. `conflict`: somebody has saved since; the texts have to be joined first. */
export type Saved =
  | { kind: 'saved'; base: Base; draft: Draft }
  | { kind: 'incomplete' }
  | { kind: 'conflict' }
  | { kind: 'away' }
  | { kind: 'refused'; message: string };

/** Sends a text to the desk's keeping. */
export async function sendText(sent: Sent): Promise<Outcome> {
  try {
    const answer = await api.workingCopy.keep.mutate(sent);
    return answer.kept
      ? { kept: true, at: Date.parse(answer.updatedAt) }
      : { kept: false, sequence: answer.sequence, clientId: answer.clientId, at: Date.parse(answer.updatedAt) };
  } catch (error) {
    const refusal = refusalOf(error);
    return refusal.away ? { away: true } : { refused: refusal.message };
  }
}

interface Saving {
  id: string;
  store: EditorStore;
  keeper: Keeper;
  /** Under which key each draft was sent: repeated under it, a save has one effect, and an answer that was lost does no harm. */
  tries: Map<Draft, string>;
}

/** Saves the draft as a revision that colleagues can see. What cannot be saved yet stays kept, and its faults are shown. */
export async function saveRecord({ id, store, keeper, tries }: Saving): Promise<Saved> {
  const hindered = await handOverPasted(store);
  if (hindered !== null) return hindered;
  if (!isSound(store.tryToFinish())) return { kind: 'incomplete' };
  const { draft } = store;
  const base = keeper.startedFrom;
  const written = keeper.writing;
  const idempotencyKey = tries.get(draft) ?? crypto.randomUUID();
  tries.set(draft, idempotencyKey);
  const text = { content: draft.content, citations: [...draft.citations], note: draft.note };
  try {
    const result =
      base === null
        ? await api.record.create.mutate({
            ...text,
            id,
            kind: store.kind,
            // Without one the desk makes it of the title.
            ...(draft.slug === '' ? {} : { slug: draft.slug }),
            written,
            idempotencyKey,
          })
        : await api.record.save.mutate({
            ...text,
            id,
            expectedVersion: base.version,
            ...(draft.change === null ? {} : { change: draft.change }),
            written,
            idempotencyKey,
          });
    const now = { revision: result.revisionNumber, version: result.lockVersion };
    keeper.saved(draft, now, written.sequence);
    tries.delete(draft);
    return { kind: 'saved', base: now, draft };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal.away) return { kind: 'away' };
    tries.delete(draft);
    if (refusal.code === 'version_conflict') return { kind: 'conflict' };
    store.refuse(refusal.issues);
    return { kind: 'refused', message: refusal.message };
  }
}

/** The text that stands in the box of a source is part of it: saving stores it first. Answers what is in the way. */
async function handOverPasted(store: EditorStore): Promise<Saved | null> {
  if (store.kind !== 'source' || store.draft.pasted.trim() === '') return null;
  try {
    await storePasted(store);
    return null;
  } catch (error) {
    const refusal = refusalOf(error);
    return refusal.away
      ? { kind: 'away' }
      : { kind: 'refused', message: refusal.issues[0]?.message ?? refusal.message };
  }
}

/** Hands a saved draft to a reviewer, of one window's work once for each version: an answer that was lost does no harm. */
export async function submitRecord(
  id: string,
  base: Base,
  clientId: string,
): Promise<Exclude<Saved, { kind: 'saved' | 'incomplete' }> | null> {
  const idempotencyKey = `submit-${clientId}-${base.version}`;
  try {
    await api.record.submit.mutate({ id, expectedVersion: base.version, idempotencyKey });
    return null;
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal.away) return { kind: 'away' };
    return refusal.code === 'version_conflict' ? { kind: 'conflict' } : { kind: 'refused', message: refusal.message };
  }
}
