import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Representation } from './entry';
import { matchesTag } from './negotiate';

/** Sends an answer, or says that the reader has it already. `more` are headers of this request alone. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  made: Representation,
  more: readonly string[] = [],
): void {
  const condition = request.headers['if-none-match'];
  if (condition !== undefined && status === 200 && made.unchanged.length > 0 && matchesTag(condition, made.tag)) {
    response.writeHead(304, more.length === 0 ? made.unchanged : [...made.unchanged, ...more]);
    response.end();
    return;
  }
  response.writeHead(status, more.length === 0 ? made.headers : [...made.headers, ...more]);
  response.end(made.body);
}
