import type { SourceContent } from '@rapporteur/domain/content/source';
import { api } from '../../client/api';
import { insertItems, removeItem, valueAt } from '../draft/draft';
import type { EditorStore } from '../draft/store';

type Version = SourceContent['versions'][number];

/** Where a source has its texts. */
const list = '/versions';

/**
 * Hands the text in the box of a source to the desk, as its newest version, and empties the box. Answers how long the text
 * is; null where it is one of the versions already. Rejects with the desk's refusal, and leaves the text in the box.
 */
export async function storePasted(store: EditorStore): Promise<number | null> {
  const raw = store.draft.pasted;
  const { sha256, length } = await api.source.storeText.mutate({ text: raw });
  const versions = (valueAt(store.draft, list) as readonly Version[] | undefined) ?? [];
  const known = versions.some((version) => version.sha256 === sha256);
  store.edit(`${list} +`, (draft) => {
    // What was typed into the box meanwhile stays there.
    const emptied = { ...draft, pasted: draft.pasted === raw ? '' : draft.pasted };
    if (known) return emptied;
    // A new source begins with one blank version; the first text takes its place.
    const blank = versions.findIndex((version) => version.sha256 === '');
    const rest = blank < 0 ? emptied : removeItem(emptied, list, blank);
    const fetched = `${new Date().toISOString().slice(0, 19)}Z`;
    return insertItems(rest, list, versions.length - (blank < 0 ? 0 : 1), [{ sha256, fetched }]);
  });
  return known ? null : length;
}
