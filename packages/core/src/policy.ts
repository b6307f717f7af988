import { RapporteurError } from '@rapporteur/domain/errors';

export const roles = ['reader', 'contributor', 'editor', 'publisher', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** What an API token may be given. Whatever else a token may do, it may also read. */
export const scopes = ['read', 'write', 'audit'] as const;
export type Scope = (typeof scopes)[number];

/** Whoever makes a request; null when nobody is signed in. A program that holds an API token comes with its scopes. */
export type Caller = { userId: string; role: Role; scopes?: readonly Scope[] } | null;

/** The policy: the least role that may do each thing. The roles rise in the order of `roles`. */
export const policy = {
  'desk.read': 'contributor',
  'record.create': 'contributor',
  'record.save': 'contributor',
  'record.submit': 'contributor',
  'record.rename': 'contributor',
  'working_copy.read': 'contributor',
  'working_copy.keep': 'contributor',
  'working_copy.discard': 'contributor',
  'presence.tell': 'contributor',
  'comment.add': 'contributor',
  'comment.edit': 'contributor',
  'comment.resolve': 'contributor',
  'work.assign': 'contributor',
  'work.reassign': 'editor',
  'work.plan': 'contributor',
  'view.save': 'contributor',
  'record.discard': 'editor',
  'record.restore': 'editor',
  'record.approve': 'editor',
  'record.request_changes': 'editor',
  'record.publish': 'publisher',
  'record.withdraw': 'publisher',
  'record.merge': 'publisher',
  'translation.save': 'contributor',
  'translation.submit': 'contributor',
  'translation.discard': 'editor',
  'translation.approve': 'editor',
  'translation.request_changes': 'editor',
  'translation.publish': 'publisher',
  'translation.withdraw': 'publisher',
  'record.schedule': 'publisher',
  'record.embargo': 'editor',
  'record.lift_embargo': 'publisher',
  'release.manage': 'editor',
  'release.publish': 'publisher',
  'preview.make': 'contributor',
  'preview.revoke': 'contributor',
  'job.read': 'publisher',
  'job.retry': 'publisher',
  'job.manage': 'administrator',
  'webhook.manage': 'administrator',
  'self.read': 'reader',
  'account.manage': 'reader',
  'token.manage': 'contributor',
  'source.store_text': 'contributor',
  'intake.take_in': 'contributor',
  'intake.decide': 'contributor',
  'intake.send': 'contributor',
  'intake.discard': 'contributor',
  'user.manage': 'administrator',
  'audit.read': 'administrator',
} as const satisfies Record<string, Role>;

export type Action = keyof typeof policy;

/**
 * The scope by which an API token may do each thing, within the role of its person; null where only a person may, in a
 * session: software suggests, people decide, and no token makes or widens access.
 */
export const scopeOf = {
  'desk.read': 'read',
  'record.create': 'write',
  'record.save': 'write',
  'record.submit': 'write',
  'record.rename': 'write',
  'working_copy.read': null,
  'working_copy.keep': null,
  'working_copy.discard': null,
  'presence.tell': null,
  'comment.add': 'write',
  'comment.edit': 'write',
  'comment.resolve': 'write',
  'work.assign': 'write',
  'work.reassign': 'write',
  'work.plan': 'write',
  'view.save': null,
  'record.discard': 'write',
  'record.restore': 'write',
  'record.approve': null,
  'record.request_changes': null,
  'record.publish': null,
  'record.withdraw': null,
  'record.merge': null,
  'translation.save': 'write',
  'translation.submit': 'write',
  'translation.discard': 'write',
  'translation.approve': null,
  'translation.request_changes': null,
  'translation.publish': null,
  'translation.withdraw': null,
  'source.store_text': 'write',
  'record.schedule': null,
  'record.embargo': 'write',
  'record.lift_embargo': null,
  'release.manage': 'write',
  'release.publish': null,
  'preview.make': null,
  'preview.revoke': null,
  'job.read': null,
  'job.retry': null,
  'job.manage': null,
  'webhook.manage': null,
  'self.read': 'read',
  'account.manage': null,
  'token.manage': null,
  'intake.take_in': 'write',
  'intake.decide': null,
  'intake.send': null,
  'intake.discard': null,
  'user.manage': null,
  'audit.read': 'audit',
} as const satisfies Record<Action, Scope | null>;

/** Whether the caller's role, and its scopes where it has any, reach what the policy asks for. */
export function can(caller: Caller, action: Action): boolean {
  return caller !== null && roleReaches(caller.role, action) && scopesReach(caller.scopes, action);
}

const roleReaches = (role: Role, action: Action) => roles.indexOf(role) >= roles.indexOf(policy[action]);

function scopesReach(held: readonly Scope[] | undefined, action: Action): boolean {
  if (held === undefined) return true;
  const scope = scopeOf[action];
  return scope === 'read' ? held.length > 0 : scope !== null && held.includes(scope);
}

/** Narrows to a signed-in caller who may do this; refuses with `unauthenticated` or `forbidden`. */
export function authorize(caller: Caller, action: Action): NonNullable<Caller> {
  if (caller === null) throw new RapporteurError('unauthenticated', 'Sign in first.');
  if (!scopesReach(caller.scopes, action)) {
    const scope = scopeOf[action];
    throw new RapporteurError(
      'forbidden',
      scope === null
        ? 'No API token may do this: sign in at the desk.'
        : `This API token may not do this: it lacks the scope ${scope}.`,
    );
  }
  if (!roleReaches(caller.role, action)) {
    throw new RapporteurError('forbidden', `This needs the role ${policy[action]}; yours is ${caller.role}.`);
  }
  return caller;
}
