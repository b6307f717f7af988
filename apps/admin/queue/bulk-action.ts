'use server';

import { adminCaller } from '@rapporteur/api/admin/router';
import type { Problem } from '@rapporteur/api/errors';
import { revalidatePath } from 'next/cache';
import { attempt } from '../app/attempt';
import { contextOf } from '../app/session';
import { text } from '../i18n/text';
import { filterOf, readAddress } from './address';
import { bulkCommands, type BulkCommand } from './bulk-commands';
import { field } from '../app/forms/form-state';

export interface BulkState {
  problem: Problem | null;
  done: { command: BulkCommand; count: number; release: string | null } | null;
  /** What was typed, kept where the command was refused. */
  words: string;
}

type Call = ReturnType<typeof adminCaller>;
type Target = Parameters<Call['bulk']['submit']>[0]['target'];
interface Sent {
  target: Target;
  words: string;
  to: string;
  until: string;
  release: string;
  name: string;
}

const commands: Record<BulkCommand, (call: Call, sent: Sent) => Promise<{ ids: string[]; release?: string }>> = {
  take: (call, { target }) => call.bulk.take({ target }),
  handOver: (call, { target, to }) => call.bulk.handOver({ target, to }),
  release: (call, { target }) => call.bulk.release({ target }),
  snooze: (call, { target, until }) => call.bulk.snooze({ target, until: until === '' ? null : until }),
  submit: (call, { target }) => call.bulk.submit({ target }),
  approve: (call, { target, words }) => call.bulk.approve({ target, comment: words === '' ? null : words }),
  requestChanges: (call, { target, words }) => call.bulk.requestChanges({ target, comment: words }),
  addToRelease: (call, { target, release, name }) =>
    call.bulk.addToRelease({ target, ...(release === '' ? { name } : { release }) }),
  publish: (call, { target }) => call.bulk.publish({ target }),
  discard: (call, { target }) => call.bulk.discard({ target }),
};

/** Does what the form says to the records it names: to all of them, or, saying why, to none. */
export async function runBulk(_before: BulkState, form: FormData): Promise<BulkState> {
  const command = bulkCommands.find((known) => known === field(form, 'command'));
  const sent: Sent = {
    target: targetOf(form),
    words: field(form, 'words').trim(),
    to: field(form, 'to'),
    until: field(form, 'until'),
    release: field(form, 'release'),
    name: field(form, 'name').trim(),
  };
  const fault = faultOf(command, sent);
  if (command === undefined || fault !== null) return refused(fault ?? '', sent.words);
  const call = adminCaller(await contextOf());
  const result = await attempt(() => commands[command](call, sent));
  if (!result.ok) return { problem: result.problem, done: null, words: sent.words };
  revalidatePath('/');
  return {
    problem: null,
    done: { command, count: result.value.ids.length, release: result.value.release ?? null },
    words: '',
  };
}

const refused = (message: string, words: string): BulkState => ({
  problem: { code: 'invalid_input', message, issues: [] },
  done: null,
  words,
});

/** What the form lacks, in the words of the desk. */
function faultOf(command: BulkCommand | undefined, { target, words, to, until, release, name }: Sent): string | null {
  const t = text('queue');
  if (command === undefined) return t('bulk.noCommand');
  if ('items' in target && target.items.length === 0) return t('bulk.noneChosen');
  if (command === 'requestChanges' && words === '') return t('bulk.noWords');
  if (command === 'handOver' && to === '') return t('bulk.noPerson');
  if (command === 'snooze' && until === '') return t('bulk.noDay');
  if (command === 'addToRelease' && release === '' && name === '') return t('bulk.noRelease');
  return null;
}

/** The records that are ticked, each as it was seen; or all of the list, where that is ticked. */
function targetOf(form: FormData): Target {
  if (field(form, 'all') !== '') {
    const query = new URLSearchParams(field(form, 'query'));
    const address = readAddress(Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])));
    return { filter: filterOf(address), expectedCount: Number(field(form, 'all')) };
  }
  const items = form.getAll('item').flatMap((item) => {
    const [id = '', version = ''] = String(item).split('@');
    return [{ id, expectedVersion: Number(version) }];
  });
  // The procedure checks each id against the schema of ids.
  return { items } as Target;
}
