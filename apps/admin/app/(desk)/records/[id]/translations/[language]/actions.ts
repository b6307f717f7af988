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
  expectedVersion: Number(field(form, 'version')),
});

/** Back to the page, which is a new one for each version that was made here. */
function back(form: FormData, done: string, { lockVersion }: { lockVersion: number }): never {
  const page = `/records/${encodeURIComponent(field(form, 'id'))}/translations/${encodeURIComponent(field(form, 'language'))}`;
  redirect(`${page}?done=${done}&at=${lockVersion}`);
}

/**
 * Saves the texts of the form. Refused, everything is shown again as it was typed; where somebody else has saved meanwhile,
 * beside what they saved.
 */
export async function saveTexts(_before: FormState, form: FormData): Promise<FormState> {
  const names = [...form.keys()].filter((name) => name.startsWith('text:'));
  const texts = Object.fromEntries(
    names.map((name) => name.slice(5)).map((of) => [of, line(form, `${chosen(form, of)}:${of}`)]),
  );
  const target = targetOf(form);
  const baseRevision = Number(field(form, 'base'));
  const result = await act((call) => call.translation.save({ ...target, baseRevision, texts }));
  if (result.ok) return back(form, 'save', result.value);
  const state = refused(result.problem, form, names);
  if (result.problem.code !== 'version_conflict') return state;
  const newer = await act((call) => call.translation.get({ id: target.id, language: target.language }));
  if (!newer.ok) return refused(newer.problem, form, names);
  const met = newer.value.fields.map(({ field: of, translation }) =>
    meet(of, { was: line(form, `was:${of}`), mine: texts[of] ?? '', theirs: translation ?? '' }),
  );
  return { ...state, typed: { version: String(newer.value.lockVersion), ...Object.assign({}, ...met) } };
}

/** Whose text of a field was chosen, after both had changed it. */
const chosen = (form: FormData, of: string) => (field(form, `take:${of}`) === 'theirs' ? 'theirs' : 'text');

/** Browsers send line breaks as two signs, and the record keeps one. */
const line = (form: FormData, name: string) => field(form, name).replaceAll('\r\n', '\n');

/**
 * Two texts of a field that began as one. Where only one side changed it, that side stands, and from there it is gone on; where both did, both
 * are shown, and somebody chooses.
 */
function meet(
  of: string,
  { was, mine, theirs }: { was: string; mine: string; theirs: string },
): Record<string, string> {
  const common = { [`was:${of}`]: theirs, [`text:${of}`]: mine };
  if (mine === theirs || theirs === was) return common;
  if (mine.trim() === was.trim()) return { ...common, [`text:${of}`]: theirs, [`joined:${of}`]: 'yes' };
  return { ...common, [`theirs:${of}`]: theirs, [`clash:${of}`]: 'yes' };
}

/** Takes a translation a step further. */
export async function takeStep(_before: FormState, form: FormData): Promise<FormState> {
  const name = field(form, 'step');
  if (!Object.hasOwn(steps, name)) {
    const message = text('review')('problem.noCommand');
    return refused({ code: 'invalid_input', message, issues: [] }, form, []);
  }
  const sent = { ...targetOf(form), reason: field(form, 'reason') };
  const result = await act<{ lockVersion: number }>((call) => steps[name as StepName](call, sent));
  return result.ok ? back(form, name, result.value) : refused(result.problem, form, ['reason']);
}
