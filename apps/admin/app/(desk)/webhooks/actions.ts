'use server';

import { kinds } from '@rapporteur/domain/kinds';
import { redirect } from 'next/navigation';
import { act } from '../../forms/act';
import { field, refused, type FormState } from '../../forms/form-state';

const back = (done: string, of = ''): never => redirect(`/webhooks?done=${done}${of === '' ? '' : `&of=${of}`}`);

/** A webhook that was just added: its secret is shown this once. */
export interface MadeWebhook {
  address: string;
  secret: string;
}

export async function addWebhook(_before: FormState<MadeWebhook>, form: FormData): Promise<FormState<MadeWebhook>> {
  const address = field(form, 'address');
  const result = await act((call) =>
    call.webhook.create({
      address,
      kinds: kinds.filter((kind) => form.has(`kind-${kind}`)),
      ...(form.has('once') ? { idempotencyKey: field(form, 'once') } : {}),
    }),
  );
  if (!result.ok) return refused(result.problem, form, ['address', ...kinds.map((kind) => `kind-${kind}`)]);
  return { problem: null, typed: {}, made: { address, secret: result.value.secret } };
}

export async function pauseWebhook(_before: FormState, form: FormData): Promise<FormState> {
  const result = await act((call) => call.webhook.change({ id: field(form, 'id'), change: 'pause' }));
  return result.ok ? back('paused') : refused(result.problem, form, []);
}

export async function resumeWebhook(_before: FormState, form: FormData): Promise<FormState> {
  const result = await act((call) => call.webhook.change({ id: field(form, 'id'), change: 'resume' }));
  return result.ok ? back('resumed') : refused(result.problem, form, []);
}

export async function removeWebhook(_before: FormState, form: FormData): Promise<FormState> {
  const result = await act((call) => call.webhook.change({ id: field(form, 'id'), change: 'remove' }));
  return result.ok ? back('removed') : refused(result.problem, form, []);
}

export async function sendAgain(_before: FormState, form: FormData): Promise<FormState> {
  const result = await act((call) => call.webhook.resend({ id: field(form, 'id') }));
  return result.ok ? back('again', field(form, 'of')) : refused(result.problem, form, []);
}
