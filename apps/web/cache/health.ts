import type { ServerResponse } from 'node:http';
import { securityHeaders } from './security-headers';

/** Tells a balancer or a supervisor whether all is well; kept by nobody. */
export function tellHealth(response: ServerResponse, well: boolean): void {
  response.writeHead(well ? 200 : 503, [
    ...securityHeaders,
    'content-type',
    'text/plain; charset=utf-8',
    'cache-control',
    'no-store',
  ]);
  response.end(well ? 'ok\n' : 'not ready\n');
}
