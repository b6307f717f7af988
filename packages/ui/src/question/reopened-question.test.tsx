import { plainChoice } from '@rapporteur/domain/board/choice';
import type { Question } from '@rapporteur/domain/question/question';
import type { ReopenedView } from '@rapporteur/domain/question/views';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ReopenedQuestion } from './reopened-question';

const none = { count: 0, items: [] };
const issue = { id: 'iss_1', kind: 'issue', slug: 'bees', title: 'Bees', state: 'live' } as const;
const frozen = {
  id: '7-x',
  version: 7,
  recordedAt: '2031-05-04T12:00:00.000Z',
  sha256: 'ab'.repeat(32),
  count: 0,
  complete: true,
};
const opened = (question: Question, verified: boolean): string => {
  const now = { version: 7, recordedAt: frozen.recordedAt, count: 0, complete: true };
  const view: ReopenedView = {
    question,
    about: [issue],
    frozen,
    verified,
    movedWithinSecond: false,
    now,
    members: none,
    added: none,
    gone: none,
    changed: none,
  };
  return renderToStaticMarkup(<ReopenedQuestion reopened={view} />);
};
const board = (region: '150' | null): Question => ({
  of: 'board',
  id: issue.id,
  member: null,
  region,
  show: 'board',
  choice: plainChoice,
});

it('says of an answer about a region that does not fit its fingerprint that the table may have moved', () => {
  const told = 'no part of the record';
  expect(opened(board('150'), false)).toContain(told);
  expect(opened({ of: 'list', kind: 'actor', type: null, region: '151' }, false)).toContain(told);
  expect(opened(board(null), false)).not.toContain(told);
  expect(opened(board('150'), true)).not.toContain(told);
});
