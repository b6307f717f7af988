import type { CitationView, ViewOf } from '@rapporteur/domain/views';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { recordsOf } from '../testing/fixtures';
import { EventBody } from './event';

const event = recordsOf((text) => text).event as ViewOf<'event'>;
const [example] = event.citations;
if (example === undefined) throw new Error('The fixture cites nothing.');
const cite = (field: string, note: number): CitationView => ({ ...example, field, note });

const votes = [
  ['Reedland', 'no'],
  ['Lakeland', 'yes'],
  ['Isleland', 'abstain'],
  ['Dunesland', 'yes'],
  ['Moorland', 'not_voting'],
] as const;
const vote: ViewOf<'event'> = {
  ...event,
  content: {
    ...event.content,
    title: 'On lakes (R/1)',
    summary: 'On lakes',
    participants: [],
    choices: votes.map(([actor, choice]) => ({ actor, choice })),
  },
  links: Object.fromEntries(
    votes.map(([name]) => [name, { id: name, kind: 'actor', slug: name.toLowerCase(), title: name, state: 'live' }]),
  ),
  citations: [cite('/choices', 1), cite('/choices/0', 2)],
};

const textOf = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

test('a roll call is counted, drawn with a shape for each, told by choice and name, and once more as a table', () => {
  const html = renderToStaticMarkup(<EventBody record={vote} />);
  expect(textOf(html)).toContain('5 choices on record 1 Yes 2 No 1 Abstain 1 Not voting 1');
  const [units = ''] = /<p class="units".*?<\/p>/.exec(html) ?? [];
  expect([...units.matchAll(/#([st]-\w+)/g)].map(([, shape]) => shape)).toEqual([
    's-supports',
    's-supports',
    's-opposes',
    's-abstains',
    't-absent',
  ]);
  const groups = [...html.matchAll(/<section class="voted".*?<\/section>/g)].map(([group]) => textOf(group).trim());
  expect(groups).toEqual([
    'Yes 2 Dunesland Lakeland',
    'No 1 Reedland 2',
    'Abstain 1 Isleland',
    'Not voting 1 Moorland',
  ]);
  const rows = [...html.matchAll(/<tr><th scope="row">.*?<\/tr>/g)].map(([row]) => textOf(row).trim());
  expect(rows).toEqual(['Dunesland Yes', 'Isleland Abstain', 'Lakeland Yes', 'Moorland Not voting', 'Reedland No']);
  expect(html.match(/<a href="\/actors\/lakeland">/g)).toHaveLength(2);
});

test('what all of it rests on is marked once, and what one choice rests on at its actor', () => {
  const html = renderToStaticMarkup(<EventBody record={vote} />);
  expect(html.match(/href="#note-1"/g)).toHaveLength(1);
  expect(html.match(/href="#note-2"/g)).toHaveLength(1);
});

test('a vote does not say that nobody took part, nor its title twice', () => {
  const html = renderToStaticMarkup(<EventBody record={vote} />);
  expect(html).not.toContain('No participant is on record.');
  expect(html).not.toContain('class="standfirst"');
  const meeting = { ...vote, content: { ...vote.content, choices: [], summary: 'The council met.' } };
  expect(renderToStaticMarkup(<EventBody record={meeting} />)).toContain('No participant is on record.');
});
