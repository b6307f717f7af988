'use server';

import { createHash } from 'node:crypto';
import type { Id } from '@rapporteur/domain/ids';
import { redirect } from 'next/navigation';
import { act } from '../../forms/act';
import { field, refused, type FormState } from '../../forms/form-state';
import { momentFields, momentOf } from '../../forms/moment';
import type { Outcome } from './outcomes';

const to = (id: string, done: Outcome): never => redirect(`/releases/${encodeURIComponent(id)}?done=${done}`);

const targetOf = (form: FormData) => ({ id: field(form, 'id'), expectedVersion: Number(field(form, 'version')) });

/** The record that a form is about. The procedure checks it against the schema of ids. */
const recordOf = (form: FormData) => field(form, 'record') as Id;

export async function makeRelease(_before: FormState, form: FormData): Promise<FormState> {
  const name = field(form, 'name').trim();
  // Of the page that the form came with, and of the name: pressed twice, it is made once; another name makes another.
  const told = createHash('sha256').update(name, 'utf8').digest('hex').slice(0, 16);
  const idempotencyKey = `${field(form, 'key')}-${told}`;
  const result = await act((call) => call.release.create({ name, records: [], idempotencyKey }));
  return result.ok ? to(result.value.id, 'made') : refused(result.problem, form, ['name']);
}

export async function rename(_before: FormState, form: FormData): Promise<FormState> {
  const result = await act((call) => call.release.change({ ...targetOf(form), name: field(form, 'name').trim() }));
  return result.ok ? to(result.value.id, 'renamed') : refused(result.problem, form, ['name']);
}

/** Puts a record into the release that the form names, or into a new one. */
export async function putInto(_before: FormState, form: FormData): Promise<FormState> {
  const items = [{ id: recordOf(form), expectedVersion: Number(field(form, 'version')) }];
  const release = field(form, 'release');
  const which = release === '' ? { name: field(form, 'name').trim() } : { release };
  const result = await act((call) => call.bulk.addToRelease({ target: { items }, ...which }));
  return result.ok ? to(result.value.release, 'added') : refused(result.problem, form, ['release', 'name']);
}

export async function takeOut(_before: FormState, form: FormData): Promise<FormState> {
  const result = await act((call) => call.release.change({ ...targetOf(form), remove: [recordOf(form)] }));
  return result.ok ? to(result.value.id, 'removed') : refused(result.problem, form, []);
}

export async function publishNow(_before: FormState, form: FormData): Promise<FormState> {
  const result = await act((call) => call.release.publish(targetOf(form)));
  return result.ok ? to(result.value.release.id, 'published') : refused(result.problem, form, []);
}

export async function schedule(_before: FormState, form: FormData): Promise<FormState> {
  const at = momentOf((name) => field(form, name));
  const result = await act((call) => call.release.schedule({ ...targetOf(form), at }));
  const done = field(form, 'again') === '' ? 'scheduled' : 'rescheduled';
  return result.ok ? to(result.value.id, done) : refused(result.problem, form, momentFields);
}

export async function unschedule(_before: FormState, form: FormData): Promise<FormState> {
  const result = await act((call) => call.release.unschedule(targetOf(form)));
  return result.ok ? to(result.value.id, 'unscheduled') : refused(result.problem, form, []);
}

export async function giveUp(_before: FormState, form: FormData): Promise<FormState> {
  const result = await act((call) => call.release.cancel(targetOf(form)));
  return result.ok ? to(result.value.id, 'cancelled') : refused(result.problem, form, []);
}
