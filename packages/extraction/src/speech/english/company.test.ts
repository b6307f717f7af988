import { describe, expect, it } from 'vitest';
import { extract } from '../../extract';
import { said } from '../../testing/said';

describe('speakers named in a list or beside an office', () => {
  it.each([
    [
      'In a joint letter, Norway, Sweden and the European Union called on both sides to stop.',
      ['Norway, Sweden and the European Union [called on] both sides to stop'],
    ],
    [
      'Norway, Sweden, Denmark, and the Kingdom of Belgium urged both sides to stop.',
      ['Norway, Sweden, Denmark, and the Kingdom of Belgium [urged] both sides to stop'],
    ],
    [
      'In Oslo, Norway, Sweden and Denmark called for a longer truce.',
      ['Norway, Sweden and Denmark [called for] a longer truce'],
    ],
    [
      'Ostland, Westland and the Northern Union called for a longer truce.',
      ['Ostland, Westland and the Northern Union [called for] a longer truce'],
    ],
    ['“Who will pay for it?” asked its deputy leader, Tom Berg.', ['Tom Berg [asked] “Who will pay for it?”']],
    [
      '“Who will pay for it?” asked its deputy leader, on Monday.',
      ['its deputy leader [asked] “Who will pay for it?”'],
    ],
    ['The valley’s largest town, Avaburg, proposed a longer truce.', ['Avaburg [proposed] a longer truce']],
    [
      'The party of Vice-President Ada Moor says the deal is dead.',
      ['The party of Vice-President Ada Moor [says] the deal is dead'],
    ],
    ['A draft seen by the agency says the port will close.', ['A draft [says] the port will close']],
    [
      'Spokesman Ruo Hanlin said the port was closed. “It will open soon,” Ruo added.',
      ['Ruo Hanlin [said] the port was closed', 'Ruo Hanlin [added] “It will open soon”'],
    ],
    [
      'Spokesman Ruo Hanlin said the port was closed. Minister Ruo said it was not.',
      ['Ruo Hanlin [said] the port was closed', 'Ruo [said] it was not'],
    ],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('what is no part of what was said', () => {
  it.each([
    [
      'France has accused Norway of overfishing, a charge Norway rejects.',
      ['France [has accused] Norway of overfishing'],
    ],
    [
      'France said Norway had lied, an allegation that the Norwegian government has denied.',
      ['France [said] Norway had lied'],
    ],
    ['Ada Moor praised the treaty in a post on X.', ['Ada Moor [praised] the treaty']],
    ['Ada Moor condemned the attack in a joint statement on Monday.', ['Ada Moor [condemned] the attack']],
    [
      'Ada Moor condemned the lies in a statement by Tom Berg.',
      ['Ada Moor [condemned] the lies in a statement by Tom Berg'],
    ],
    ['Foreign Minister Ada Moor backed Tom Berg.', []],
    ['Foreign Minister Ada Moor backed the plan.', ['Ada Moor [backed] the plan']],
    ['Minister Ada Moor vowed to bring the case to court.', ['Ada Moor [vowed] to bring the case to court']],
    [
      'She did not think, Ada Moor said, that the bridge would last.',
      ['Ada Moor [said] She did not think … that the bridge would last'],
    ],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('who is elected', () => {
  const actors = ['Ada Moor', 'Tom Berg'].map((name, nth) => ({
    id: `act_${nth}`,
    kind: 'person' as const,
    names: [name],
    offices: [{ title: 'President', of: 'Iceland', period: `20${nth + 1}5-02-01/20${nth + 1}9-02-01` }],
  }));
  const speakerOf = (text: string, published?: string) =>
    extract(text, published === undefined ? { actors } : { actors, published }).statements.at(-1)?.speaker;
  const told = 'The Icelandic president-elect told reporters that the port was open.';

  it('takes them for the only one named who comes to the office', () => {
    expect(speakerOf(`Tom Berg left. ${told}`)).toBe('Tom Berg');
    expect(speakerOf(`Tom Berg met Ada Moor. ${told}`, '2024-12-01')).toBe('Tom Berg');
  });

  it('names nobody where it may be either of two, or who held the office before', () => {
    expect(speakerOf(`Tom Berg met Ada Moor. ${told}`)).toBe('The Icelandic president-elect');
    expect(speakerOf(`Ada Moor left. ${told}`, '2024-12-01')).toBe('The Icelandic president-elect');
  });
});
