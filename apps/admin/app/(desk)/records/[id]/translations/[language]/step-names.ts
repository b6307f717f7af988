import type { adminCaller } from '@rapporteur/api/admin/router';
import type { Language } from '@rapporteur/domain/translation/languages';

type Call = ReturnType<typeof adminCaller>;

/** What a form sent: which translation, the version of it that was seen, and a reason where one is asked for. */
export interface SentStep {
  id: string;
  language: Language;
  expectedVersion: number;
  reason: string;
}

/** What can be done with a translation once it is saved. */
export const steps = {
  submit: (call, { reason: _reason, ...target }) => call.translation.submit(target),
  approve: (call, { reason: _reason, ...target }) => call.translation.approve(target),
  requestChanges: (call, { reason, ...target }) =>
    call.translation.requestChanges({ ...target, comment: reason.trim() === '' ? null : reason }),
  discard: (call, { reason: _reason, ...target }) => call.translation.discard(target),
  publish: (call, { reason: _reason, ...target }) => call.translation.publish(target),
  withdraw: (call, sent) => call.translation.withdraw(sent),
} as const satisfies Record<string, (call: Call, sent: SentStep) => Promise<{ lockVersion: number }>>;
export type StepName = keyof typeof steps;

/** Whether an address names something that was just done to a translation. */
export const isStep = (name: string): name is StepName | 'save' => name === 'save' || Object.hasOwn(steps, name);
