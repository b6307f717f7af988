import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { PublicationView } from '@rapporteur/domain/views';
import { recordsOf } from './testing/fixtures';
import { VersionChooser } from './version-chooser';

const { programme } = recordsOf((text) => text);
const publication = (sequence: number, action: PublicationView['action'], revisionNumber: number): PublicationView => ({
  sequence,
  action,
  revisionNumber,
  record: { id: programme.id, kind: 'programme', slug: programme.slug, title: programme.title, state: 'live' },
  note: null,
  withdrawn: false,
  recordedAt: `2024-01-0${sequence}T10:00:00.000Z`,
  contentHash: '',
  previousHash: '',
  hash: '',
  language: null,
});
const three = [publication(3, 'correct', 3), publication(2, 'edit', 2), publication(1, 'publish', 1)];

test('any two of three versions can be compared, and those on the page are chosen', () => {
  const html = renderToStaticMarkup(
    <VersionChooser action="/programmes/x/diff" from={1} to={3} publications={three} />,
  );
  expect(html).toContain('<form class="version-chooser" action="/programmes/x/diff" method="get">');
  expect([...html.matchAll(/<option value="(\d)" selected/g)].map(([, value]) => value)).toEqual(['1', '3']);
  expect(html.match(/<option/g)).toHaveLength(6);
  expect(html).toContain('Version 2, 2 Jan 2024');
});

test('a withdrawal is no version, and two versions leave nothing to choose', () => {
  const withdrawn = [publication(4, 'withdraw', 2), ...three.slice(1)];
  expect(renderToStaticMarkup(<VersionChooser action="/x" from={1} to={2} publications={withdrawn} />)).toBe('');
});
