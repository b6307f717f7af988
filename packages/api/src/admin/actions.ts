import { policy, type Action } from '@rapporteur/core/policy';

/** The actions of the policy, as a list that a schema can take. */
export const actions = Object.keys(policy) as [Action, ...Action[]];
