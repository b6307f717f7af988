/** Every state a revision can be in. */
export const states = [
  'draft',
  'in_review',
  'approved',
  'scheduled',
  'live',
  'superseded',
  'withdrawn',
  'discarded',
] as const;
export type State = (typeof states)[number];

/** Everything that can be done to a revision. */
export const actions = [
  'submit',
  'approve',
  'request_changes',
  'schedule',
  'unschedule',
  'publish',
  'supersede',
  'withdraw',
  'discard',
] as const;
export type Action = (typeof actions)[number];

/** States of a revision that is being worked on. A record has at most one such revision. */
export const openStates = ['draft', 'in_review', 'approved', 'scheduled'] as const satisfies readonly State[];
export type OpenState = (typeof openStates)[number];

const table: Record<State, Partial<Record<Action, State>>> = {
  draft: { submit: 'in_review', discard: 'discarded' },
  in_review: { approve: 'approved', request_changes: 'draft', discard: 'discarded' },
  approved: { publish: 'live', schedule: 'scheduled', request_changes: 'draft', discard: 'discarded' },
  scheduled: { publish: 'live', unschedule: 'approved' },
  live: { supersede: 'superseded', withdraw: 'withdrawn' },
  superseded: {},
  withdrawn: {},
  discarded: {},
};

/** The state an action leads to, or null where the action is not possible. The one lifecycle of every kind of record. */
export function transition(state: State, action: Action): State | null {
  return table[state][action] ?? null;
}

/** What can be done to a revision in this state. */
export function actionsFrom(state: State): Action[] {
  return actions.filter((action) => table[state][action] !== undefined);
}

export function isOpen(state: State): state is OpenState {
  return (openStates as readonly State[]).includes(state);
}
