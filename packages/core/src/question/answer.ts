import { createHash } from 'node:crypto';
import { formatFrozenId } from '@rapporteur/domain/question/frozen-id';
import { writeQuestion, type Question } from '@rapporteur/domain/question/question';
import type { FrozenView } from '@rapporteur/domain/question/views';
import type { Members } from './members';

/** A version of the whole record: its newest publication. */
export interface Version {
  sequence: bigint;
  recordedAt: Date;
}

/**
 * The answer to a question at a version of the record, as a document: whoever keeps it can tell by its SHA-256 that it is
 * the one that was cited, without asking us. Its form never changes.
 */
export function writeAnswer(question: Question, { sequence, recordedAt }: Version, members: Members): string {
  const document = {
    question: writeQuestion(question).split('\n'),
    version: Number(sequence),
    recordedAt: recordedAt.toISOString(),
    complete: members.complete,
    records: members.records.map(({ id, revision }) => `${id}@${revision}`),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** What an answer is cited by. */
export function freeze(question: Question, version: Version, members: Members): FrozenView {
  const sha256 = createHash('sha256')
    .update(writeAnswer(question, version, members))
    .digest('hex');
  const number = Number(version.sequence);
  return {
    id: formatFrozenId({ question, version: number, fingerprint: sha256.slice(0, 32) }),
    version: number,
    recordedAt: version.recordedAt.toISOString(),
    sha256,
    count: members.records.length,
    complete: members.complete,
  };
}
