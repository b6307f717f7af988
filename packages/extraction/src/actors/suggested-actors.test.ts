import { expect, it } from 'vitest';
import { extract } from '../extract';

const suggested = (text: string) =>
  extract(text, { language: 'en' }).actors.map(({ name, seatOf, sameAs, spans }) => [
    name,
    seatOf,
    sameAs,
    spans.map(([start, end]) => text.slice(start, end)),
  ]);

it('names a seat of government apart from its state, and says whose it is', () => {
  expect(suggested('Norway refused. Oslo called the plan a mistake, and Oslo would not pay. Budapest agreed.')).toEqual(
    [
      ['Norway', null, null, ['Norway']],
      ['Budapest', 'Hungary', null, ['Budapest']],
      ['Oslo', 'Norway', 0, ['Oslo', 'Oslo']],
    ],
  );
});

it('keeps the name of the state for a statement of its government', () => {
  const { actors, statements } = extract('Oslo said that Norway would not pay.', { language: 'en' });
  expect(statements[0]).toMatchObject({ speaker: 'Oslo', actor: 0 });
  expect(actors.map(({ name }) => name)).toEqual(['Norway', 'Oslo']);
});
