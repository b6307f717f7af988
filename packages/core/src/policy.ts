import { RapporteurError } from '@rapporteur/domain/errors';

export const roles = ['reader', 'contributor', 'editor', 'publisher', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Whoever makes a request; null when nobody is signed in. */
export type Caller = { userId: string; role: Role } | null;

/** The policy: the least role that may do each thing. The roles rise in the order of `roles`. */
export const policy = {
  'desk.read': 'contributor',
  'record.create': 'contributor',
  'record.save': 'contributor',
  'record.submit': 'contributor',
  'record.discard': 'editor',
  'record.restore': 'editor',
  'record.approve': 'editor',
  'record.request_changes': 'editor',
  'record.publish': 'publisher',
  'record.withdraw': 'publisher',
  'record.merge': 'publisher',
  'user.manage': 'administrator',
} as const satisfies Record<string, Role>;

export type Action = keyof typeof policy;

/** Whether the caller's role reaches what the policy asks for. */
export function can(caller: Caller, action: Action): boolean {
  return caller !== null && roles.indexOf(caller.role) >= roles.indexOf(policy[action]);
}

/** Narrows to a signed-in caller who may do this; refuses with `unauthenticated` or `forbidden`. */
export function authorize(caller: Caller, action: Action): NonNullable<Caller> {
  if (caller === null) throw new RapporteurError('unauthenticated', 'Sign in first.');
  if (!can(caller, action)) {
    throw new RapporteurError('forbidden', `This needs the role ${policy[action]}; yours is ${caller.role}.`);
  }
  return caller;
}
