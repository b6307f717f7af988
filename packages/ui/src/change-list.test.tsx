import type { PublicationView } from '@rapporteur/domain/views';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { HistoryList, PublicationLog } from './change-list';
import { Corrections } from './correction';

const change = (told: Partial<PublicationView>): PublicationView => ({
  sequence: 2,
  record: { id: 'evt_x', kind: 'event', slug: 'x', title: 'X', state: 'live' },
  revisionNumber: 2,
  action: 'correct',
  language: null,
  note: null,
  withdrawn: false,
  recordedAt: '2024-01-15T10:32:00.000Z',
  contentHash: 'a',
  previousHash: 'b',
  hash: 'c',
  ...told,
});
const pages = (publication: PublicationView) => [
  renderToStaticMarkup(<HistoryList publications={[publication]} path="/events/x" />),
  renderToStaticMarkup(<PublicationLog publications={[publication]} />),
  renderToStaticMarkup(<Corrections corrections={[{ publication, difference: null }]} />),
];

test('of a change whose record was withdrawn later nobody is told that it had no note, or led to what it changed', () => {
  for (const html of pages(change({ withdrawn: true }))) {
    expect(html).toContain('Any note was withdrawn with the record.');
    expect(html).not.toMatch(/no note|\/diff/i);
  }
  for (const html of pages(change({}))) {
    expect(html).toMatch(/no note/i);
    expect(html).toContain('/diff?');
  }
  for (const html of pages(change({ action: 'withdraw', note: 'By order of a court.', withdrawn: true })))
    expect(html).toContain('By order of a court.');
});
