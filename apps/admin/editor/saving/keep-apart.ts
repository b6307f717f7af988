import type { Kind } from '@rapporteur/domain/kinds';
import { api, refusalOf } from '../../client/api';
import type { Draft } from '../draft/draft';
import { freeSlug, type Try } from './commands';

/**
 * Makes a record of its own of a text that somebody else has saved over, so that both stand and nobody decides in a hurry.
 * Answers the id of the record, or why there is none. Repeated with one `sent`, it makes one record.
 */
export async function keepApart(
  kind: Kind,
  draft: Draft,
  title: string,
  sent: Try,
): Promise<{ id: string } | { refused: string | null }> {
  try {
    const { id } = await api.record.create.mutate({
      kind,
      slug: (sent.slug ??= await freeSlug(kind, title)),
      content: draft.content,
      citations: [...draft.citations],
      note: null,
      idempotencyKey: sent.idempotencyKey,
    });
    return { id };
  } catch (error) {
    const refusal = refusalOf(error);
    return { refused: refusal.away ? null : (refusal.issues[0]?.message ?? refusal.message) };
  }
}
