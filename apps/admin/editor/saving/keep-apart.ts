import type { Kind } from '@rapporteur/domain/kinds';
import { api, refusalOf } from '../../client/api';
import type { Draft } from '../draft/draft';

/**
 * Makes a record of its own of a text that somebody else has saved over, so that both stand and nobody decides in a hurry.
 * Answers the id of the record, or why there is none. Repeated under one key, it makes one record.
 */
export async function keepApart(
  kind: Kind,
  draft: Draft,
  idempotencyKey: string,
): Promise<{ id: string } | { refused: string | null }> {
  try {
    const { id } = await api.record.create.mutate({
      kind,
      content: draft.content,
      citations: [...draft.citations],
      note: null,
      idempotencyKey,
    });
    return { id };
  } catch (error) {
    const refusal = refusalOf(error);
    return { refused: refusal.away ? null : (refusal.issues[0]?.message ?? refusal.message) };
  }
}
