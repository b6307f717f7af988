import { TRPCError } from '@trpc/server';

/** The longest request of the desk, in bytes: the text of a source, of five million characters, is the longest input. */
export const longestRequest = 20_000_000;

/**
 * The same request, with a body that ends in `PAYLOAD_TOO_LARGE` once it is longer than that. It is read only when a
 * procedure asks for its input, so that nobody who may not call one makes the desk read anything.
 */
export function boundBody(request: Request): Request {
  if (request.body === null) return request;
  let length = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      length += chunk.byteLength;
      if (length <= longestRequest) controller.enqueue(chunk);
      else controller.error(new TRPCError({ code: 'PAYLOAD_TOO_LARGE', message: 'This request is too long.' }));
    },
  });
  const { url, method, headers, signal } = request;
  // `duplex` is what a body of unknown length needs; the types of the DOM do not know it yet.
  const init: RequestInit & { duplex: 'half' } = {
    method,
    headers,
    signal,
    body: request.body.pipeThrough(counter),
    duplex: 'half',
  };
  return new Request(url, init);
}
