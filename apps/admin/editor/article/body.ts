import { alignItems } from '@rapporteur/domain/align';
import { followPointer } from '@rapporteur/domain/json-edit';
import { setValue, valueAt, type Draft } from '../draft/draft';

/**
 * Writes the text of an article. Passages stand on its blocks; when blocks come or go, each passage follows its block, and one
 * whose block is gone stays with the text as a whole.
 */
export function setBody(draft: Draft, pointer: string, body: unknown): Draft {
  const [before, after] = [blocksOf(valueAt(draft, pointer)), blocksOf(body)];
  const changed = setValue(draft, pointer, body);
  const list = `${pointer}/content`;
  if (before.length === after.length || !draft.citations.some(({ field }) => field.startsWith(`${list}/`)))
    return changed;
  const moved = new Map(alignItems(before, after).map(({ from, to }) => [from, to]));
  const citations = draft.citations.map((citation) => ({
    ...citation,
    field: followPointer(citation.field, list, (index) => moved.get(index) ?? null) ?? pointer,
  }));
  return { ...changed, citations };
}

function blocksOf(body: unknown): readonly unknown[] {
  const content = typeof body === 'object' && body !== null && 'content' in body ? body.content : [];
  return Array.isArray(content) ? content : [];
}
