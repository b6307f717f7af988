import type { Call, CallOptions } from './call';
import { RequestError } from './request-error';

/**
 * A page of a list: its items, and where it goes on. Null where there is nothing that the list could be of. What has `more` is
 * followed and has no end.
 */
type Page<Item> = { items: readonly Item[]; next: string | number | null; more?: never } | null;

/** The input of a list, less the place in it. */
type Asked<Input> = Omit<Input, 'after' | 'before'>;

/**
 * All items of a list, page by page as they are needed: `for await (const item of each(client.record.list, { kind: 'actor' }))`.
 * `limit` is the size of a page. Throws `not_found` where what the list is of is not public.
 */
export async function* each<Input extends object, Item>(
  call: Call<Input, Page<Item>>,
  input: Asked<Input>,
  options: CallOptions = {},
): AsyncGenerator<Item, void, undefined> {
  // The log runs backwards, everything else forwards.
  const place = call.path.startsWith('publication.') ? 'before' : 'after';
  let next: string | number | null = null;
  do {
    // The rest of the input is the caller's, and the place is of the type that the list gave.
    const page: Page<Item> = await call({ ...input, [place]: next } as unknown as Input, options);
    if (page === null) throw new RequestError('not_found', 'What this list is of is not public.', 200);
    for (const item of page.items) yield item;
    next = page.next;
  } while (next !== null);
}
