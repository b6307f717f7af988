import { describe, expect, test } from 'vitest';
import { eventsAddress, readEvents, readVotes, votesAddress } from './address';

const record = { kind: 'actor', slug: 'oronia' } as const;
const fieldsOf = (address: string) => {
  const query = new URL(address, 'https://record.example').searchParams;
  return (name: string) => query.get(name);
};
const votes = (query: string) => readVotes(fieldsOf(`/actors/oronia/votes?${query}`));
const events = (query: string) => readEvents(fieldsOf(`/events?${query}`));

describe('the address of votes and events', () => {
  test.each(['', 'q=%22old%20harbour%22%20-ferry&choice=no,yes&from=1975-06&to=1979&issue=calm&with=lakeland'])(
    'is read as it is written: %s',
    (query) => {
      const address = votesAddress(record, votes(query));
      expect(votes(address.split('?')[1] ?? '')).toEqual(votes(query));
      expect(decodeURIComponent(address)).toBe(
        decodeURIComponent(`/actors/oronia/votes${query === '' ? '' : '?'}${query}`),
      );
    },
  );

  test('of events names types and who took part', () => {
    const asked = events('type=vote,meeting&who=Oronia&to=1979-02-03');
    expect(asked).toMatchObject({ filter: { types: ['vote', 'meeting'], to: '1979-02-03' }, who: 'Oronia' });
    expect(eventsAddress(asked, 'x')).toBe('/events?type=meeting%2Cvote&who=Oronia&to=1979-02-03&after=x');
  });

  test.each([
    ['from=1979&to=1975', '1975', '1979'],
    ['from=1975-06&to=1975', '1975-06', '1975'],
    ['from=1975&to=1975-06', '1975', '1975-06'],
    ['from=1975-06-30&to=1975-06-01', '1975-06-01', '1975-06-30'],
    ['from=0001&to=9999', '0001', '9999'],
  ])('means the same span whichever way round it is given: %s', (query, from, to) => {
    expect(votes(query).filter).toMatchObject({ from, to });
  });

  test.each(['June 1975', '1975-13', '1975-02-30', '0000', '75', '1975/1979', '1975~', '19750630', '../1975'])(
    'tells a time that is none, and narrows nothing by it: %s',
    (written) => {
      const asked = events(`from=${encodeURIComponent(written)}&to=1980`);
      expect(asked).toMatchObject({ filter: { from: null, to: '1980' }, misread: { from: written } });
    },
  );

  test('leaves out what cannot be asked, and tells it', () => {
    const misfits = [
      votes('choice=maybe,yes'),
      events('type=party'),
      votes('issue=No!'),
      events('q=%00'),
      events('from=soon'),
    ].map((asked) => asked.misfits);
    expect(misfits).toEqual([
      [{ name: 'choice', value: 'maybe' }],
      [{ name: 'event', value: 'party' }],
      [{ name: 'question', value: 'No!' }],
      [{ name: 'words', value: '\0' }],
      [{ name: 'time', value: 'soon' }],
    ]);
    expect(votes('choice=maybe,yes').filter.choices).toEqual(['yes']);
  });

  test('holds no more of words than is looked at', () => {
    expect(votes(`q=${'a'.repeat(500)}&with=${'b'.repeat(500)}`)).toMatchObject({
      filter: { words: 'a'.repeat(200) },
      with: 'b'.repeat(200),
    });
  });
});
