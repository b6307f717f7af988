import { kinds } from '@rapporteur/domain/kinds';
import { states } from '@rapporteur/domain/lifecycle';
import { dues, evidences, sorts, views } from '@rapporteur/domain/queue-lists';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hrefOf, isFiltered, readAddress, sortedBy, writeQuery, type Query } from './address';

/** An address as a browser sends it. */
function parse(query: string): Query {
  const sent = new URLSearchParams(query);
  return Object.fromEntries([...sent.keys()].map((name) => [name, sent.getAll(name)]));
}

const address = fc
  .record({
    view: fc.constantFrom(...views),
    kinds: fc.subarray([...kinds]),
    states: fc.subarray([...states]),
    with: fc.constantFrom(null, 'me', 'nobody', 'usr-1'),
    author: fc.constantFrom(null, 'me', 'usr-1'),
    due: fc.constantFrom(null, ...dues),
    evidence: fc.constantFrom(null, ...evidences),
    text: fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })),
    sort: fc.constantFrom(...sorts),
    direction: fc.constantFrom('asc', 'desc'),
    grouped: fc.boolean(),
    after: fc.option(fc.base64String({ minLength: 4, maxLength: 60 })),
  })
  .map((made) => ({
    ...made,
    text: made.text?.trim().slice(0, 200) || null,
    // Only work in hand comes in parts.
    grouped: made.grouped && (made.view === 'work' || made.view === 'mine'),
  }));

describe('the address of the queue', () => {
  it('says all that it shows, and reads back as it was written', () => {
    fc.assert(
      fc.property(address, (made) => {
        expect(readAddress(parse(writeQuery(made)))).toEqual(made);
      }),
    );
  });

  it('takes anything, and leaves out what it does not know', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('view', 'kind', 'state', 'with', 'sort', 'dir', 'text', 'after', 'x'),
          fc.string(),
        ),
        (query) => {
          const read = readAddress(query);
          expect(views).toContain(read.view);
          expect(sorts).toContain(read.sort);
          expect(read.with === null || /^[\w-]{1,100}$/.test(read.with)).toBe(true);
        },
      ),
    );
    expect(writeQuery(readAddress({}))).toBe('');
  });

  it('goes back to the first page with every change, and stays on this host', () => {
    fc.assert(
      fc.property(address, fc.constantFrom(...sorts), (made, sort) => {
        for (const href of [hrefOf(made), sortedBy(made, sort)]) {
          expect(href).toMatch(/^\/(\?|$)/);
          expect(new URL(href, 'https://desk.example').searchParams.has('after')).toBe(false);
        }
      }),
    );
  });

  it('turns an order that is asked for again, and no other', () => {
    const byTitle = readAddress({ sort: 'title' });
    expect(sortedBy(byTitle, 'title')).toBe('/?sort=title&dir=desc');
    expect(sortedBy(byTitle, 'changed')).toBe('/');
    expect(isFiltered(byTitle)).toBe(false);
    expect(isFiltered(readAddress({ kind: 'actor' }))).toBe(true);
  });
});
