import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actorTypes } from '../content/actor';
import { boardStances, plainChoice } from '../board/choice';
import { newId } from '../ids';
import { kinds } from '../kinds';
import { everyActor } from '../region/actor-filter';
import { regionCodes } from '../region/m49';
import { searchFilter } from '../search/views';
import { formatFrozenId, parseFrozenId } from './frozen-id';
import { readQuestion, relatedLists, writeQuestion, type Question } from './question';

const none = searchFilter.parse({});
const search = (question: string, filter: Partial<typeof none> = {}): Question => ({
  of: 'search',
  question,
  filter: { ...none, ...filter },
  sort: 'relevance',
});
const fingerprint = 'ab12'.repeat(8);

const words = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replaceAll(/\0|\s+/g, ' ').trim());
const anyQuestion: fc.Arbitrary<Question> = fc.oneof(
  fc.constantFrom(...kinds).map((kind): Question => ({ of: 'list', kind, ...everyActor })),
  fc
    .record({ type: fc.option(fc.constantFrom(...actorTypes)), region: fc.option(fc.constantFrom(...regionCodes)) })
    .map((filter): Question => ({ of: 'list', kind: 'actor', ...filter })),
  fc.constantFrom(...relatedLists).map((list): Question => ({ of: 'related', id: newId('issue'), list })),
  fc
    .record({
      member: fc.option(fc.constant(newId('actor'))),
      region: fc.option(fc.constantFrom(...regionCodes)),
      stances: fc.uniqueArray(fc.constantFrom(...boardStances)).map((some) => some.toSorted()),
      sort: fc.constantFrom('latest' as const, 'stance' as const, 'name' as const),
      show: fc.constantFrom('board' as const, 'table' as const),
    })
    .map(({ member, region, show, ...choice }): Question => ({
      of: 'board',
      id: newId('issue'),
      member,
      region,
      show,
      choice: { ...plainChoice, ...choice },
    })),
  fc
    .record({
      question: words,
      kinds: fc.uniqueArray(fc.constantFrom(...kinds)).map((some) => some.toSorted()),
      year: fc.option(fc.integer({ min: 1000, max: 9999 }).map(String)),
    })
    .map(({ question, ...filter }) => search(question, filter)),
);

describe('a question', () => {
  it('is read as it was written, and its id opens it again', () => {
    fc.assert(
      fc.property(anyQuestion, fc.integer({ min: 1, max: 2 ** 40 }), (question, version) => {
        expect(readQuestion(writeQuestion(question))).toEqual(question);
        const id = formatFrozenId({ question, version, fingerprint });
        expect(id).toMatch(/^[\w-]+$/);
        expect(parseFrozenId(id ?? '')).toEqual({ question, version, fingerprint });
      }),
    );
  });

  it('is one text, in whatever order and spacing it was asked', () => {
    const asked = search('  strait \n ferry ', { kinds: ['statement', 'actor'] });
    expect(writeQuestion(asked)).toBe('search\nq=strait ferry\nkind=actor,statement');
  });

  it('too long for an address has no id', () => {
    expect(formatFrozenId({ question: search('橋'.repeat(200)), version: 1, fingerprint })).not.toBeNull();
    const long = search('橋'.repeat(200), { kinds: [...kinds], actor: newId('actor'), issue: newId('issue') });
    expect(formatFrozenId({ question: long, version: 1, fingerprint })).toBeNull();
  });
});

describe('what is no id', () => {
  const good = formatFrozenId({ question: search('strait'), version: 7, fingerprint }) ?? '';
  const of = (text: string) => `7-${fingerprint}-${Buffer.from(text).toString('base64url')}`;
  it.each([
    '',
    'x',
    good.toUpperCase(),
    `${good}=`,
    good.replace('7-', '07-'),
    good.replace('7-', '0-'),
    good.replace('7-', '-7-'),
    good.replace(fingerprint, fingerprint.slice(1)),
    // One text in another spelling: the last sign holds bits that no byte has.
    `${of('programmes').slice(0, -1)}x`,
    of('nothing'),
    of('programmes\nregion=150'),
    of('actors\nregion=150\ntype=state'),
    of('actors\ntype=planet'),
    of('/search?q=a'),
    of('search\nq=a\nq=b'),
    of('search\nkind=actor\nq=a'),
    of('search\nq=a\nstate=draft'),
    of('search\nq= a'),
    of('search\nq=a\0b'),
    of('search\nkind=statement,actor'),
    of('iss_x\nstatements'),
    of(`${newId('programme')}\nboard`),
    of(`${newId('issue')}\nboard\nsort=latest`),
    of(`${newId('issue')}\nboard\nregion=999`),
    of(`${newId('actor')}\nboard\nregion=150`),
    of(`${newId('issue')}\nboard\non=2024-02-30`),
    of(`${newId('issue')}\ndrafts`),
    of(`${newId('issue')}\nstatements\n`),
    `7-${fingerprint}-${Buffer.from([0xc3, 0x28]).toString('base64url')}`,
    `7-${fingerprint}-${'A'.repeat(5000)}`,
  ])('%j opens nothing', (id) => {
    expect(parseFrozenId(id)).toBeNull();
  });

  it('differs from what is one', () => {
    expect(parseFrozenId(good)).not.toBeNull();
    expect(parseFrozenId(of('programmes'))).not.toBeNull();
  });
});
