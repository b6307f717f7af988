import { describe, expect, it } from 'vitest';
import { newId } from '../ids';
import type { Kind } from '../kinds';
import { mapReferences, references, type FoundReference } from './references';

const [actor, other, event, source, issue, statement] = [
  newId('actor'),
  newId('actor'),
  newId('event'),
  newId('source'),
  newId('issue'),
  newId('statement'),
];
const contents: [Kind, unknown, string[]][] = [
  [
    'event',
    {
      partOf: event,
      participants: [{ actor, role: 'host' }],
      choices: [
        { actor, choice: 'yes' },
        { actor: other, choice: 'no' },
      ],
    },
    ['/partOf', '/participants/0/actor', '/choices/0/actor', '/choices/1/actor'],
  ],
  ['source', { publisher: null, author: 'Somebody', versions: [] }, []],
  ['statement', { speaker: actor, onBehalfOf: null, claims: [{ text: 'x', role: 'main', issue }], reports: [{ source, repeats: null }] },
    ['/speaker', '/claims/0/issue', '/reports/0/source']],
  ['position', { actor, issue, turns: [{ statements: [statement], votes: [event] }] },
    ['/actor', '/issue', '/turns/0/statements/0', '/turns/0/votes/0']],
  ['event', 'no content at all', []],
  ['event', { choices: 'none', participants: [null, 3] }, []],
]; // prettier-ignore

describe('the references of a content', () => {
  it.each(contents)('of %s %# are found where they stand, and are those that are replaced', (kind, content, fields) => {
    const found = references(kind, content);
    expect(found.map(({ field }) => field)).toEqual(fields);
    const replaced: FoundReference[] = [];
    mapReferences(kind, content, (reference) => {
      replaced.push(reference);
      return reference.value;
    });
    expect(replaced).toEqual(found);
  });
});
