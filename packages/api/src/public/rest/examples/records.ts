import type { Kind } from '@rapporteur/domain/kinds';
import { exampleContents } from './contents';
import { exampleAt, exampleCitation, examplePublication, exampleRevision, hrefOf, idOf, linkOf } from './pieces';

const none = { count: 0, atLeast: false };

export const exampleListOf = (kind: Kind) => ({
  items: [
    {
      record: linkOf(kind),
      type: kind === 'actor' ? 'state' : kind === 'event' ? 'meeting' : null,
      summary: null,
      date: '2031-05-03',
      publishedAt: exampleAt,
      revisionNumber: 2,
      href: hrefOf(kind),
    },
  ],
  next: null,
  total: 1,
});

export const exampleEvents = {
  ...exampleListOf('event'),
  items: exampleListOf('event').items.map((item) => ({ ...item, type: 'meeting', choices: null })),
  atLeast: false,
};

export function exampleRecordOf(kind: Kind) {
  const { slug, title } = linkOf(kind);
  return {
    kind,
    content: exampleContents[kind],
    id: idOf(kind),
    slug,
    title,
    revisionNumber: 2,
    publishedAt: exampleAt,
    change: { action: 'correct', note: 'The day of the meeting was wrong.', at: exampleAt },
    links: { [idOf('actor')]: linkOf('actor') },
    citations: [exampleCitation],
    namedBy: [],
    positions: [],
    statements: [],
    totals: { namedBy: none, positions: none, statements: none },
    texts: [],
    languages: [],
    translation: null,
  };
}

export const exampleHistory = (kind: Kind) => ({ record: linkOf(kind), publications: [examplePublication(kind)] });

export const exampleDiff = (kind: Kind) => ({
  record: linkOf(kind),
  from: { ...exampleRevision(kind), revisionNumber: 1, change: 'publish', note: null, sequence: 17 },
  to: exampleRevision(kind),
  changes: [{ path: '/date', kind: 'changed', before: '2031-05-02', after: '2031-05-03' }],
  links: {},
});
