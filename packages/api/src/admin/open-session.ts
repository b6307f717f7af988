import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/** Lets our own doors open a session for somebody whom they have recognised, such as by a passkey. No address leads to it. */
export const openSession = () =>
  ({
    id: 'desk-session',
    endpoints: {
      openSession: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.strictObject({ userId: z.string() }) },
        async (ctx) => {
          const { userId } = ctx.body;
          const session = await ctx.context.internalAdapter.createSession(userId);
          const user = await ctx.context.internalAdapter.findUserById(userId);
          // No session comes back for a user who was deactivated.
          if (session === null || user === null) throw new APIError('UNAUTHORIZED');
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ id: session.id });
        },
      ),
    },
  }) satisfies BetterAuthPlugin;
