import { roles, scopes } from '@rapporteur/core/policy';
import { z } from 'zod';

const instant = z.string();
const role = z.enum(roles);

/** What a command answers that has nothing to say. */
export const done = z.strictObject({ done: z.literal(true) });
export const isDone = { done: true } as const;

const person = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  active: z.boolean(),
  joinedAt: instant,
  lastSeenAt: instant.nullable(),
  sessions: z.number().int(),
  tokens: z.number().int(),
  hasPassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  passkeys: z.number().int(),
});
export type Person = z.infer<typeof person>;
export const peoplePage = z.object({ items: z.array(person), next: z.string().nullable() });

const invitation = z.object({
  id: z.string(),
  email: z.string(),
  role,
  invitedBy: z.string().nullable(),
  createdAt: instant,
  expiresAt: instant,
});
export type Invitation = z.infer<typeof invitation>;
export const invitations = z.object({ items: z.array(invitation) });

/** An invitation that was just made: its link is never shown again. */
/** Whether an invitation went out by mail: `never` where the installation sends none. */
const mailed = z.enum(['sent', 'failed', 'never']);
export const newInvitation = z.object({ id: z.string(), link: z.string(), expiresAt: instant, mailed });
export type NewInvitation = z.infer<typeof newInvitation>;

export const account = z.object({
  name: z.string(),
  email: z.string(),
  role,
  hasPassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  /** Whether they signed in a short while ago; otherwise they do it again to change how they sign in. */
  fresh: z.boolean(),
});
export type Account = z.infer<typeof account>;

export const newAuthenticator = z.object({ uri: z.string(), secret: z.string(), recoveryCodes: z.array(z.string()) });
export type NewAuthenticator = z.infer<typeof newAuthenticator>;
export const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });

const passkey = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
});
export type PasskeyItem = z.infer<typeof passkey>;
export const passkeys = z.object({ items: z.array(passkey) });

/** What a browser is asked; it goes into the browser's own interface as it is. */
export const question = z.object({ id: z.string(), options: z.record(z.string(), z.unknown()) });

const session = z.object({
  id: z.string(),
  startedAt: instant,
  lastSeenAt: instant,
  expiresAt: instant,
  address: z.string().nullable(),
  browser: z.string().nullable(),
  /** The one that asks. */
  current: z.boolean(),
});
export type SessionItem = z.infer<typeof session>;
export const sessions = z.object({ items: z.array(session) });
export const ended = z.object({ ended: z.number().int() });

const token = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(scopes)),
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable(),
});
export type TokenItem = z.infer<typeof token>;
export const tokens = z.object({ items: z.array(token) });
export const newToken = z.object({ id: z.string(), secret: z.string(), expiresAt: instant });

const named = z.object({ id: z.string(), name: z.string(), email: z.string().nullable() });
const entry = z.object({
  id: z.string(),
  at: instant,
  action: z.string(),
  person: named.nullable(),
  subject: named.nullable(),
  record: z.object({ id: z.string(), kind: z.string(), slug: z.string() }).nullable(),
  revisionNumber: z.number().int().nullable(),
  detail: z.unknown(),
});
export type AuditItem = z.infer<typeof entry>;
export const auditPage = z.object({ items: z.array(entry), next: z.string().nullable() });
export const auditChoices = z.object({ actions: z.array(z.string()) });

// What forms offer to choose from.
export { roles, scopes };
