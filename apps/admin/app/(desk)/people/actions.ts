'use server';

import { roles, type NewInvitation, type Person } from '@rapporteur/api/admin/people-views';
import { redirect } from 'next/navigation';
import { act } from '../../forms/act';
import { field, refused, type FormState } from '../../forms/form-state';

const back = (done: string): never => redirect(`/people?done=${done}`);

/** An invitation that was just made: its link is shown this once. */
export interface MadeInvitation {
  email: string;
  link: string;
  mailed: NewInvitation['mailed'];
}

export async function invite(_before: FormState<MadeInvitation>, form: FormData): Promise<FormState<MadeInvitation>> {
  const email = field(form, 'email');
  const result = await act((call) => call.person.invite({ email, role: roleIn(form) }));
  if (!result.ok) return refused(result.problem, form, ['email', 'role']);
  return { problem: null, typed: {}, made: { email, link: result.value.link, mailed: result.value.mailed } };
}

export async function revokeInvitation(_before: FormState, form: FormData): Promise<FormState> {
  const result = await act((call) => call.person.revokeInvitation({ id: field(form, 'id') }));
  return result.ok ? back('revoked') : refused(result.problem, form, []);
}

export async function changeRole(_before: FormState, form: FormData): Promise<FormState> {
  const result = await act((call) => call.person.changeRole({ id: field(form, 'id'), role: roleIn(form) }));
  return result.ok ? back('role') : refused(result.problem, form, ['role']);
}

export async function deactivate(_before: FormState, form: FormData): Promise<FormState> {
  const result = await act((call) => call.person.deactivate({ id: field(form, 'id') }));
  return result.ok ? back('deactivated') : refused(result.problem, form, []);
}

export async function reactivate(_before: FormState, form: FormData): Promise<FormState> {
  const result = await act((call) => call.person.reactivate({ id: field(form, 'id') }));
  return result.ok ? back('reactivated') : refused(result.problem, form, []);
}

export async function endSessions(_before: FormState, form: FormData): Promise<FormState> {
  const result = await act((call) => call.person.endSessions({ id: field(form, 'id') }));
  return result.ok ? back('sessions') : refused(result.problem, form, []);
}

export async function revokeTokens(_before: FormState, form: FormData): Promise<FormState> {
  const result = await act((call) => call.person.revokeTokens({ id: field(form, 'id') }));
  return result.ok ? back('tokens') : refused(result.problem, form, []);
}

/** The role that a form names; what is none is refused by the procedure, which says so. */
const roleIn = (form: FormData): Person['role'] =>
  roles.find((role) => role === field(form, 'role')) ?? (field(form, 'role') as Person['role']);
