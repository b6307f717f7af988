'use server';

import { adminCaller } from '@rapporteur/api/admin/router';
import type { Problem } from '@rapporteur/api/errors';
import { revalidatePath } from 'next/cache';
import { attempt } from '../app/attempt';
import { contextOf } from '../app/session';
import { field } from '../app/forms/form-state';

export interface ViewState {
  problem: Problem | null;
  name: string;
}

export async function keepView(_before: ViewState, form: FormData): Promise<ViewState> {
  const name = field(form, 'name');
  const call = adminCaller(await contextOf());
  const result = await attempt(() => call.queue.saveView({ name, query: field(form, 'query') }));
  if (!result.ok) return { problem: result.problem, name };
  revalidatePath('/');
  return { problem: null, name: '' };
}

export async function forgetView(before: ViewState, form: FormData): Promise<ViewState> {
  const call = adminCaller(await contextOf());
  const result = await attempt(() => call.queue.removeView({ id: field(form, 'id') }));
  if (!result.ok) return { ...before, problem: result.problem };
  revalidatePath('/');
  return { ...before, problem: null };
}
