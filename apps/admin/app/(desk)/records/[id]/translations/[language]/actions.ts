'use server';

import type { Language } from '@rapporteur/domain/translation/languages';
import { redirect } from 'next/navigation';
import { text } from '../../../../../../i18n/text';
import { act } from '../../../../../forms/act';
import { field, refused, type FormState } from '../../../../../forms/form-state';
import { steps, type StepName } from './step-names';

/** Which translation a form is about. The procedures check every part of it. */
const targetOf = (form: FormData) => ({
  id: field(form, 'id'),
  language: field(form, 'language') as Language,
  // Sent by the button that saves a text in place of somebody else's newer one.
  expectedVersion: Number(field(form, 'over') || field(form, 'version')),
});

const back = (form: FormData, done: string): never =>
  redirect(
    `/records/${encodeURIComponent(field(form, 'id'))}/translations/${encodeURIComponent(field(form, 'language'))}?done=${done}`,
  );

/** Saves the texts of the form. Refused, everything is shown again as it was typed. */
export async function saveTexts(_before: FormState, form: FormData): Promise<FormState> {
  const names = [...form.keys()].filter((name) => name.startsWith('text:'));
  // Browsers send line breaks as two signs, and the record keeps one.
  const texts = Object.fromEntries(names.map((name) => [name.slice(5), field(form, name).replaceAll('\r\n', '\n')]));
  const baseRevision = Number(field(form, 'base'));
  const result = await act((call) => call.translation.save({ ...targetOf(form), baseRevision, texts }));
  return result.ok ? back(form, 'save') : refused(result.problem, form, names);
}

/** Takes a translation a step further. */
export async function takeStep(_before: FormState, form: FormData): Promise<FormState> {
  const name = field(form, 'step');
  if (!Object.hasOwn(steps, name)) {
    const message = text('review')('problem.noCommand');
    return refused({ code: 'invalid_input', message, issues: [] }, form, []);
  }
  const sent = { ...targetOf(form), reason: field(form, 'reason') };
  const result = await act<unknown>((call) => steps[name as StepName](call, sent));
  return result.ok ? back(form, name) : refused(result.problem, form, ['reason']);
}
