'use server';

import { scopes, type NewAuthenticator } from '@rapporteur/api/admin/people-views';
import { redirect } from 'next/navigation';
import { act } from '../../forms/act';
import { field, refused, type FormState } from '../../forms/form-state';
import { qrPath, type QrPath } from './qr';

/** Goes back to the page once it is done, so that a reload does not do it again. */
const back = (done: string): never => redirect(`/account?done=${done}`);

export async function rename(_before: FormState, form: FormData): Promise<FormState> {
  const result = await act((call) => call.account.rename({ name: field(form, 'name') }));
  return result.ok ? back('rename') : refused(result.problem, form, ['name']);
}

export async function changePassword(_before: FormState, form: FormData): Promise<FormState> {
  const current = form.has('current') ? field(form, 'current') : null;
  const result = await act((call) => call.account.changePassword({ current, password: field(form, 'password') }));
  return result.ok ? back('password') : refused(result.problem, form, []);
}

/** An authenticator app that is being set up, with the picture that a phone reads. */
export interface Starting extends NewAuthenticator {
  qr: QrPath;
}

export async function startSecondFactor(_before: FormState<Starting>, form: FormData): Promise<FormState<Starting>> {
  const result = await act((call) => call.account.startSecondFactor({ password: field(form, 'password') }));
  if (!result.ok) return refused(result.problem, form, []);
  return { problem: null, typed: {}, made: { ...result.value, qr: qrPath(result.value.uri) } };
}

export async function confirmSecondFactor(_before: FormState, form: FormData): Promise<FormState> {
  const code = field(form, 'code').replaceAll(/\s/g, '');
  const result = await act((call) => call.account.confirmSecondFactor({ code }));
  return result.ok ? back('secondFactorOn') : refused(result.problem, form, []);
}

export async function removeSecondFactor(_before: FormState, form: FormData): Promise<FormState> {
  const result = await act((call) => call.account.removeSecondFactor({ password: field(form, 'password') }));
  return result.ok ? back('secondFactorOff') : refused(result.problem, form, []);
}

export async function renewRecoveryCodes(
  _before: FormState<readonly string[]>,
  form: FormData,
): Promise<FormState<readonly string[]>> {
  const result = await act((call) => call.account.renewRecoveryCodes({ password: field(form, 'password') }));
  if (!result.ok) return refused(result.problem, form, []);
  return { problem: null, typed: {}, made: result.value.recoveryCodes };
}

export async function removePasskey(_before: FormState, form: FormData): Promise<FormState> {
  const result = await act((call) => call.account.removePasskey({ id: field(form, 'id') }));
  return result.ok ? back('passkeyRemoved') : refused(result.problem, form, []);
}

export async function endSession(_before: FormState, form: FormData): Promise<FormState> {
  const result = await act((call) => call.account.endSession({ id: field(form, 'id') }));
  return result.ok ? back('session') : refused(result.problem, form, []);
}

export async function endOtherSessions(_before: FormState, form: FormData): Promise<FormState> {
  const result = await act((call) => call.account.endOtherSessions({}));
  return result.ok ? back('sessions') : refused(result.problem, form, []);
}

/** A token that was just made: its secret is shown this once. */
export interface MadeToken {
  name: string;
  secret: string;
}

export async function createToken(_before: FormState<MadeToken>, form: FormData): Promise<FormState<MadeToken>> {
  const name = field(form, 'name');
  const result = await act((call) =>
    call.token.create({
      name,
      scopes: scopes.filter((scope) => form.has(`scope-${scope}`)),
      days: Number(field(form, 'days')),
      ...(form.has('once') ? { idempotencyKey: field(form, 'once') } : {}),
    }),
  );
  if (!result.ok) return refused(result.problem, form, ['name', 'days', ...scopes.map((scope) => `scope-${scope}`)]);
  return { problem: null, typed: {}, made: { name, secret: result.value.secret } };
}

export async function revokeToken(_before: FormState, form: FormData): Promise<FormState> {
  const result = await act((call) => call.token.revoke({ id: field(form, 'id') }));
  return result.ok ? back('tokenRevoked') : refused(result.problem, form, []);
}
