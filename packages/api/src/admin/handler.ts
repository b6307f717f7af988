import { LimitExceeded } from '@rapporteur/domain/errors';
import { TRPCError, type AnyRouter } from '@trpc/server';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { outward } from '../errors';
import { boundBody } from './bounded-body';
import { createAdminContext, type AdminContext } from './context';
import { desk, type Desk } from './desk';
import { adminRouter } from './router';

/** Answers the procedures of the desk of this process over HTTP at `/api/trpc`. */
export const handleAdminRequest = (request: Request): Promise<Response> => answerProcedure(desk(), request);

/**
 * Answers one call of a procedure, never cached. A page of the desk comes with its session cookie; a program with an API
 * token in the header `Authorization: Bearer …`, and nowhere else.
 */
export async function answerProcedure(
  desk: Desk,
  request: Request,
  router: AnyRouter = adminRouter,
): Promise<Response> {
  const response = await fetchRequestHandler({
    endpoint: '/api/trpc',
    req: boundBody(request),
    router,
    allowBatching: false,
    createContext: () => contextFor(desk, request.headers),
    responseMeta: ({ ctx, errors }) => ({ headers: metaOf(ctx, errors) }),
  });
  response.headers.set('cache-control', 'private, no-store');
  return response;
}

async function contextFor(desk: Desk, headers: Headers): Promise<AdminContext> {
  try {
    return await createAdminContext(desk, headers);
  } catch (error) {
    throw outward(new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: error }));
  }
}

function metaOf(context: AdminContext | undefined, errors: readonly TRPCError[]): Headers {
  const headers = new Headers();
  for (const cookie of context?.session?.cookies ?? []) headers.append('set-cookie', cookie);
  for (const { cause } of errors) {
    if (cause instanceof LimitExceeded) headers.set('retry-after', String(cause.retryAfter));
  }
  return headers;
}
