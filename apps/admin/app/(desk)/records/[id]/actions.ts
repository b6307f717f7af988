'use server';

import { adminCaller } from '@rapporteur/api/admin/router';
import type { Problem } from '@rapporteur/api/errors';
import { redirect } from 'next/navigation';
import { text } from '../../../../i18n/text';
import { attempt } from '../../../attempt';
import { contextOf } from '../../../session';

/** What a form shows after it was refused: why, and the words as they were typed. */
export interface FormState {
  problem: Problem | null;
  words: string;
}

type Call = ReturnType<typeof adminCaller>;
interface Sent {
  id: string;
  expectedVersion: number;
  words: string | null;
  number: number;
}

const commands = {
  submit: (call, { id, expectedVersion }) => call.record.submit({ id, expectedVersion }),
  approve: (call, { id, expectedVersion, words }) => call.record.approve({ id, expectedVersion, comment: words }),
  requestChanges: (call, { id, expectedVersion, words }) =>
    // The reviewer's words are what the author works from, so the desk asks for them.
    call.record.requestChanges({ id, expectedVersion, comment: words ?? '' }),
  publish: (call, { id, expectedVersion }) => call.record.publish({ id, expectedVersion }),
  withdraw: (call, { id, expectedVersion, words }) =>
    call.record.withdraw({ id, expectedVersion, reason: words ?? '' }),
  discard: (call, { id, expectedVersion }) => call.record.discard({ id, expectedVersion }),
  restore: (call, { id, expectedVersion, number }) => call.record.restore({ id, expectedVersion, number }),
} as const satisfies Record<string, (call: Call, sent: Sent) => Promise<unknown>>;
export type CommandName = keyof typeof commands;

/** Runs the command that a form names. On success, back to the record as it now stands. */
export async function runCommand(_previous: FormState, form: FormData): Promise<FormState> {
  const t = text('review');
  const words = entry(form, 'words');
  const name = entry(form, 'command');
  const id = entry(form, 'id');
  const context = await contextOf();
  if (context.user === null) {
    return {
      problem: {
        code: 'unauthenticated',
        message: t('problem.signedOut'),
        issues: [],
      },
      words,
    };
  }
  if (!isCommand(name))
    return {
      problem: { code: 'invalid_input', message: t('problem.noCommand'), issues: [] },
      words,
    };
  const sent = {
    id,
    expectedVersion: Number(entry(form, 'version')),
    words: words.trim() === '' ? null : words,
    number: Number(entry(form, 'number')),
  };
  const result = await attempt(() => commands[name](adminCaller(context), sent));
  if (!result.ok) return { problem: result.problem, words };
  redirect(`/records/${id}?done=${name}`);
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);

function entry(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
