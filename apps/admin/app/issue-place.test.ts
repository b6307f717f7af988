import { describe, expect, it } from 'vitest';
import { issuePlace } from './issue-place';

describe('issuePlace', () => {
  it.each([
    ['/content/turns/0/stance', 'Turn 1, stance'],
    ['/turns/1/statements', 'Turn 2, statements'],
    ['/content/note', 'Note'],
    ['/content', 'The whole record'],
    ['/payload/participants/2', 'Participant 3'],
    ['/note', 'What readers are told'],
    ['/change', 'What the change is to readers'],
    ['/slug', 'Address'],
    ['/citations/4/passage', 'Passage 5'],
    ['/positions/wheat-quota', 'Position “wheat-quota”'],
    ['/positions/wheat-quota/turns/0', 'Position “wheat-quota”, turn 1'],
    ['/sources/a-report/citations/0/passage', 'Source “a-report”, passage 1'],
    ['/suggestions/7', 'Proposal 7'],
    ['/expectedVersion', 'Expected version'],
    // The message names the record by its title.
    ['/records/pos_018f4e5a', ''],
    ['', ''],
    ['Turn 1, summary', 'Turn 1, summary'],
  ])('%s is %s', (path, words) => {
    expect(issuePlace(path)).toBe(words);
  });
});
