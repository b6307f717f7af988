'use server';

import { redirect } from 'next/navigation';
import { act } from '../../forms/act';
import { field, refused, type FormState } from '../../forms/form-state';

const targetOf = (form: FormData) => ({ id: field(form, 'id'), expectedVersion: Number(field(form, 'version')) });

/** Reads a document again that could not be read. */
export async function readAgain(_before: FormState, form: FormData): Promise<FormState> {
  const target = targetOf(form);
  const result = await act((call) => call.intake.readAgain({ ...target, text: null }));
  return result.ok ? redirect(`/intake/${encodeURIComponent(target.id)}`) : refused(result.problem, form, []);
}

/** Gives a text up. */
export async function giveUp(_before: FormState, form: FormData): Promise<FormState> {
  const result = await act((call) => call.intake.discard(targetOf(form)));
  return result.ok ? redirect('/intake') : refused(result.problem, form, []);
}
