import { exampleAt, exampleHash, hrefOf, linkOf } from './pieces';

export const exampleSearch = {
  items: [
    {
      record: linkOf('statement'),
      permalink: `/r/${linkOf('statement').id}@2`,
      revisionNumber: 2,
      language: 'en',
      title: [
        { text: 'Oronia: the ', found: false },
        { text: 'harbour', found: true },
        { text: ' stays open', found: false },
      ],
      excerpt: null,
      date: '2031-05-03',
      stance: null,
      act: 'asserts',
      passages: 1,
      href: hrefOf('statement'),
    },
  ],
  next: null,
  total: { count: 1, atLeast: false },
  ranked: 'all',
  facets: {
    kind: [{ value: 'statement', count: 1 }],
    stance: [],
    year: [{ value: '2031', count: 1 }],
    language: [{ value: 'en', count: 1 }],
    actor: [{ value: linkOf('actor'), count: 1 }],
    issue: [],
    programme: [],
  },
  named: [],
  alike: [],
  asWritten: null,
  instead: [],
  elsewhere: null,
  didYouMean: [],
  narrowedTo: [],
  empty: false,
};

export const exampleSuggestions = { items: [{ record: linkOf('actor'), name: 'Oronia', href: hrefOf('actor') }] };

const told = <T>(...items: T[]) => ({ count: items.length, items });

export const exampleQuestion = {
  question: { of: 'list', kind: 'actor', type: null, region: null },
  about: [],
  frozen: { id: 'example', version: 42, recordedAt: exampleAt, sha256: exampleHash, count: 1, complete: true },
  verified: true,
  movedWithinSecond: false,
  members: told({ record: linkOf('actor'), revision: 2 }),
  now: { version: 42, recordedAt: exampleAt, count: 1, complete: true },
  added: told(),
  gone: told(),
  changed: told(),
};
