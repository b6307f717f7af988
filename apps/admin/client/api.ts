import type { AdminRouter } from '@rapporteur/api/admin/router';
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client';
import type { inferRouterOutputs } from '@trpc/server';

/** The procedures of the desk, called from a browser: one call a request, as the server takes them. */
export const api = createTRPCClient<AdminRouter>({
  links: [httpLink({ url: '/api/trpc' })],
});

export type Answers = inferRouterOutputs<AdminRouter>;

/** What a call was refused with, or `away`: nothing came back, so nobody knows whether it was done. */
export type Refusal =
  | { away: true }
  | { away: false; code: string; message: string; issues: { path: string; message: string }[]; data: unknown };

/** Narrows what a call threw. Throws on anything that is not of the transport: a fault of the desk itself. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof TRPCClientError)) throw error;
  const data = error.data as { code?: string; issues?: { path: string; message: string }[] } | null | undefined;
  // A gateway or a server that is stopping answers with a page of its own: that is no answer of the desk.
  if (!data || typeof data.code !== 'string' || data.code === 'unavailable') return { away: true };
  return { away: false, code: data.code, message: error.message, issues: data.issues ?? [], data };
}
