import type { Me } from '@rapporteur/api/admin/desk-views';

/** What can be done to many records together, in the order in which it is offered. */
export const bulkCommands = [
  'take',
  'handOver',
  'release',
  'snooze',
  'submit',
  'approve',
  'requestChanges',
  'addToRelease',
  'publish',
  'discard',
] as const;
export type BulkCommand = (typeof bulkCommands)[number];

const actionOf: Record<BulkCommand, Me['may'][number]> = {
  take: 'work.assign',
  handOver: 'work.assign',
  release: 'work.assign',
  snooze: 'work.plan',
  submit: 'record.submit',
  approve: 'record.approve',
  requestChanges: 'record.request_changes',
  addToRelease: 'release.manage',
  publish: 'record.publish',
  discard: 'record.discard',
};

/** What of it this person's role reaches. */
export const commandsOf = (me: Me): BulkCommand[] =>
  bulkCommands.filter((command) => me.may.includes(actionOf[command]));
