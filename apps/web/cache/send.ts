import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Representation } from './entry';
import { openToAll } from './cross-origin';
import { isTag, matchesTag } from './negotiate';
import { securityHeaders } from './security-headers';

/** Sends an answer, or says that the reader has it already. `more` are headers of this request alone. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  made: Representation,
  more: readonly string[] = [],
): void {
  const { 'if-none-match': condition, 'if-match': only } = request.headers;
  if (only !== undefined && status === 200 && made.unchanged.length > 0 && !isTag(only, made.tag)) {
    response.writeHead(412, { ...changed.headers, ...paired(more) });
    response.end(changed.body);
    return;
  }
  if (condition !== undefined && status === 200 && made.unchanged.length > 0 && matchesTag(condition, made.tag)) {
    response.writeHead(304, more.length === 0 ? made.unchanged : [...made.unchanged, ...more]);
    response.end();
    return;
  }
  response.writeHead(status, more.length === 0 ? made.headers : [...made.headers, ...more]);
  response.end(made.body);
}

/** What whoever asks for one answer and no other is told where it is another by now (RFC 9110 §13.1.1), to programs and people alike. */
const body = Buffer.from(
  JSON.stringify({
    type: 'about:blank',
    title: 'Precondition Failed',
    status: 412,
    detail: 'This answer has another ETag by now. Ask without If-Match to read it.',
  }),
);
const paired = (headers: readonly string[]): Record<string, string> =>
  Object.fromEntries(headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1] ?? '']] : [])));
const changed = {
  headers: {
    'content-type': 'application/problem+json',
    'content-length': String(body.length),
    'cache-control': 'no-store',
    ...paired([...securityHeaders, ...openToAll]),
  },
  body,
};
