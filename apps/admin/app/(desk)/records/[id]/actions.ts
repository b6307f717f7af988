'use server';

import { adminCaller } from '@rapporteur/api/admin/router';
import type { Problem } from '@rapporteur/api/errors';
import { redirect } from 'next/navigation';
import { text } from '../../../../i18n/text';
import { siteAddress } from '../../../../env';
import { attempt } from '../../../attempt';
import { contextOf } from '../../../session';
import { commands, isCommand } from './commands';

/** What a form shows after it was sent: why it was refused, with everything as it was typed, or an address to copy. */
export interface FormState {
  problem: Problem | null;
  values: Readonly<Record<string, string>>;
  address: string | null;
}

/** Runs the command that a form names. On success, back to the page it came from. */
export async function runCommand(_previous: FormState, form: FormData): Promise<FormState> {
  const t = text('review');
  const values = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const refused = (problem: Problem): FormState => ({ problem, values, address: null });
  const name = values['command'] ?? '';
  const id = values['id'] ?? '';
  const context = await contextOf();
  if (context.user === null) return refused({ code: 'unauthenticated', message: t('problem.signedOut'), issues: [] });
  if (!isCommand(name)) return refused({ code: 'invalid_input', message: t('problem.noCommand'), issues: [] });
  const sent = {
    id,
    expectedVersion: Number(values['version']),
    field: (field: string) => values[field]?.trim() || null,
  };
  const result = await attempt<unknown>(() => commands[name](adminCaller(context), sent));
  if (!result.ok) return refused(result.problem);
  const address = addressIn(result.value);
  if (address !== null) return { problem: null, values: {}, address: siteAddress(address) };
  redirect(`/records/${encodeURIComponent(id)}${pageOf(values)}?done=${name}`);
}

/** Which page of the record a form stands on. */
function pageOf({ page, language = '' }: FormState['values']): string {
  if (page === 'review') return '/review';
  return page === 'translation' ? `/translations/${encodeURIComponent(language)}` : '';
}

/** The path that a command answers to be shown this once. */
function addressIn(answer: unknown): string | null {
  const path = typeof answer === 'object' && answer !== null && 'path' in answer ? answer.path : null;
  return typeof path === 'string' ? path : null;
}
