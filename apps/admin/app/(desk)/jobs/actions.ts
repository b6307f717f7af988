'use server';

import { redirect } from 'next/navigation';
import { act } from '../../forms/act';
import { field, refused, type FormState } from '../../forms/form-state';

export async function tryAgain(_before: FormState, form: FormData): Promise<FormState> {
  const result = await act((call) => call.job.retry({ id: field(form, 'id') }));
  return result.ok ? redirect('/jobs?done=again') : refused(result.problem, form, []);
}

export async function giveUp(_before: FormState, form: FormData): Promise<FormState> {
  const result = await act((call) => call.job.decide({ id: field(form, 'id'), decision: 'drop' }));
  return result.ok ? redirect('/jobs?done=dropped') : refused(result.problem, form, []);
}
