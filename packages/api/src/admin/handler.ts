import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { adminContextFor } from './context';
import { adminRouter } from './router';

/** Answers the procedures of the desk over HTTP at `/api/trpc`: one call a request, never cached. */
export async function handleAdminRequest(request: Request): Promise<Response> {
  const response = await fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: adminRouter,
    allowBatching: false,
    createContext: () => adminContextFor(request.headers),
  });
  response.headers.set('cache-control', 'private, no-store');
  return response;
}
