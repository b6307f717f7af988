import { expect, test } from 'vitest';
import { readSearch, searchAddress, searchAsWritten } from './address';

const fieldsOf = (query: string) => {
  const fields = new URLSearchParams(query);
  return (name: string) => fields.get(name);
};

test('two days are turned round where the later stands first', () => {
  const given = fieldsOf('q=palestine&from=1990-01-01&to=1985-01-01');
  const asked = readSearch(given);
  expect(asked?.filter).toMatchObject({ from: '1985-01-01', to: '1990-01-01' });
  expect(asked && searchAddress(asked)).toBe('/search?q=palestine&from=1985-01-01&to=1990-01-01');
  expect(searchAsWritten(given)?.filter).toMatchObject({ from: '1990-01-01', to: '1985-01-01' });
});

test.each(['from=1985-01-01&to=1990-01-01', 'from=1990-01-01&to=1990-01-01', 'from=1990-01-01', 'to=1985-01-01'])(
  'days in their order, and one day alone, stay as they are: %s',
  (query) => expect(readSearch(fieldsOf(query))).toEqual(searchAsWritten(fieldsOf(query))),
);

test('a day that is none leads nowhere', () => expect(readSearch(fieldsOf('from=1990-02-31'))).toBeNull());
