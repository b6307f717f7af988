import type { adminCaller } from '@rapporteur/api/admin/router';
import type { Language } from '@rapporteur/domain/translation/languages';
import { momentOf } from '../../../forms/moment';

type Call = ReturnType<typeof adminCaller>;
/** As the form offers it. The procedure checks it once more. */
type Change = Parameters<Call['publication']['setChange']>[0]['change'];

/** What a form sent: the record, the version of it that its writer saw, and the fields by name, empty ones as null. */
export interface Sent {
  id: string;
  expectedVersion: number;
  field: (name: string) => string | null;
}

/** The commands that forms about a record can give. Each answers an address that is shown this once, or nothing. */
export const commands = {
  submit: (call, { id, expectedVersion }) => call.record.submit({ id, expectedVersion }),
  approve: (call, { id, expectedVersion, field }) =>
    call.record.approve({ id, expectedVersion, comment: field('words') }),
  requestChanges: (call, { id, expectedVersion, field }) =>
    // The reviewer's words are what the author works from, so the desk asks for them.
    call.record.requestChanges({ id, expectedVersion, comment: field('words') ?? '' }),
  publish: (call, { id, expectedVersion }) => call.record.publish({ id, expectedVersion }),
  withdraw: (call, { id, expectedVersion, field }) =>
    call.record.withdraw({ id, expectedVersion, reason: field('words') ?? '' }),
  discard: (call, { id, expectedVersion }) => call.record.discard({ id, expectedVersion }),
  restore: (call, { id, expectedVersion, field }) =>
    call.record.restore({ id, expectedVersion, number: Number(field('number')) }),
  rename: (call, { id, expectedVersion, field }) =>
    call.record.rename({ id, expectedVersion, slug: field('slug') ?? '' }),
  setChange: (call, { id, expectedVersion, field }) =>
    call.publication.setChange({ id, expectedVersion, change: field('change') as Change, note: field('words') }),
  schedule: (call, { id, expectedVersion, field }) =>
    call.publication.schedule({ id, expectedVersion, at: momentOf(field) }),
  reschedule: (call, { id, expectedVersion, field }) =>
    call.publication.reschedule({ id, expectedVersion, at: momentOf(field) }),
  unschedule: (call, { id, expectedVersion }) => call.publication.unschedule({ id, expectedVersion }),
  embargo: (call, { id, expectedVersion, field }) =>
    call.publication.embargo({
      id,
      expectedVersion,
      until: momentOf(field),
      reason: field('words'),
      publishAtEnd: field('atEnd') !== null,
    }),
  liftEmbargo: (call, { id, expectedVersion }) => call.publication.liftEmbargo({ id, expectedVersion }),
  take: (call, { id }) => call.work.take({ id }),
  handOver: (call, { id, field }) => call.work.handOver({ id, to: field('to') ?? '' }),
  release: (call, { id }) => call.work.release({ id }),
  due: (call, { id, field }) => call.work.due({ id, on: field('day') }),
  snooze: (call, { id, field }) => call.work.snooze({ id, until: field('day') }),
  comment: (call, { id, field }) =>
    call.comment.add({ id, revisionNumber: Number(field('number')), body: field('words') ?? '', ...onceOf(field) }),
  reply: (call, { field }) =>
    call.comment.reply({ threadId: field('thread') ?? '', body: field('words') ?? '', ...onceOf(field) }),
  resolve: (call, { field }) => call.comment.resolve({ threadId: field('thread') ?? '' }),
  reopen: (call, { field }) => call.comment.reopen({ threadId: field('thread') ?? '' }),
  preview: (call, { id, field }) => call.preview.create({ id, revision: Number(field('number')), ...onceOf(field) }),
  previewTranslation: (call, { id, field }) =>
    call.preview.createTranslated({
      id,
      language: field('language') as Language,
      number: Number(field('number')),
      ...onceOf(field),
    }),
  revokePreview: (call, { field }) => call.preview.revoke({ id: field('preview') ?? '' }),
} as const satisfies Record<string, (call: Call, sent: Sent) => Promise<unknown>>;

export type CommandName = keyof typeof commands;

export const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);

/** What keeps a form that is sent twice, by a double click, from doing its work twice. */
function onceOf(field: Sent['field']): { idempotencyKey?: string } {
  const key = field('once');
  return key === null ? {} : { idempotencyKey: key };
}
