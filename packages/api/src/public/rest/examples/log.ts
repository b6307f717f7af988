import { exampleContents } from './contents';
import { exampleAt, examplePublication, exampleRevision, hrefOf } from './pieces';
import { exampleRecordOf } from './records';

export const examplePublications = { items: [examplePublication('event')], next: null };

export const exampleChanges = {
  items: [{ ...examplePublication('event'), into: null, href: hrefOf('event') }],
  next: 42,
  more: false,
  newest: 42,
};

export const exampleMoments = {
  first: '2031-05-03T18:10:00.000Z',
  last: exampleAt,
  items: [{ sequence: 42, at: exampleAt }],
  next: null,
};

export const examplePermalink = {
  answer: { found: 'live', record: exampleRecordOf('event') },
  revision: { ...exampleRevision('event'), content: exampleContents.event, citations: [] },
  newest: 2,
};
