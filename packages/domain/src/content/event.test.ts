import { expect, it } from 'vitest';
import { secondChoices } from './event';

const vote = (...actors: string[]) => ({ choices: actors.map((actor) => ({ actor, choice: 'yes' as const })) });

it('names each choice of an actor that has one already', () => {
  expect(secondChoices(vote())).toEqual([]);
  expect(secondChoices(vote('act_a', 'act_b', 'act_c'))).toEqual([]);
  expect(secondChoices(vote('act_a', 'act_b', 'act_a', 'act_b', 'act_a'))).toEqual([2, 3, 4]);
});

it('knows an actor by the id that it goes by now', () => {
  const merged = (id: string) => (id === 'act_b' ? 'act_a' : id);
  expect(secondChoices(vote('act_a', 'act_b'), merged)).toEqual([1]);
});
