import { describe, expect, it } from 'vitest';
import { extract } from '../extract';

const actorsOf = (text: string): string[] => extract(text).actors.map(({ name, kind }) => `${name} (${kind})`);

describe('states that are on no list', () => {
  it.each([
    ['The valley’s smallest state, Avaland, kept silent.', ['Avaland (state)']],
    ['The text was refused by Avaland, whose envoy left early.', ['Avaland (state)']],
    ['Envoys from Avaland left. Avaland’s foreign minister stayed.', ['Avaland (state)']],
  ])('%s', (text, expected) => {
    expect(actorsOf(text)).toEqual(expected);
  });

  it.each([
    // Whose minister it is may be a head of government too.
    'Lund’s foreign minister left.',
    'Envoys from Lund’s party left. Lund’s finance minister stayed.',
    'Mr. Lund left. Lund’s finance minister stayed with people from Lund.',
    'The valley’s newest paper, Avapost, kept silent.',
  ])('finds none in: %s', (text) => {
    expect(extract(text).actors.filter(({ kind }) => kind === 'state')).toEqual([]);
  });

  it('lets them speak', () => {
    const { actors, statements } = extract('The valley’s smallest state, Avaland, proposed a longer truce.');
    expect(statements.map(({ speaker, actor }) => [speaker, actors[actor ?? -1]?.kind])).toEqual([
      ['Avaland', 'state'],
    ]);
  });
});
