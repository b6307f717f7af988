import type { Call, CallOptions } from './call';
import { RequestError } from './request-error';

/** A page of changes: `next` is the place after its last, `more` whether something is there already, `newest` the record's own place. */
interface Changes<Change> {
  items: readonly Change[];
  next: number;
  more: boolean;
  newest: number;
}

/**
 * What changed since, the oldest first, until nothing more is there: `for await (const change of follow(client.publication.changes,
 * { after: 41 }))`. Keep the `sequence` of the last one, and go on after it another time; `after: 0` is the whole log. Throws
 * `gone` where the record does not reach as far as that place: it was restored from a backup, and a copy begins again.
 */
export async function* follow<Change>(
  call: Call<{ after?: number; limit?: number }, Changes<Change>>,
  input: { after: number; limit?: number },
  options: CallOptions = {},
): AsyncGenerator<Change, void, undefined> {
  let { after } = input;
  for (;;) {
    const { items, next, more, newest } = await call({ ...input, after }, options);
    if (newest < after)
      throw new RequestError(
        'gone',
        `The record ends at ${newest}, before ${after}: it was restored from a backup. Begin again after 0.`,
        200,
      );
    yield* items;
    if (!more) return;
    after = next;
  }
}
