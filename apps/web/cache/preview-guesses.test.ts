import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { guessCounter, previewGuesses } from './preview-guesses';

it('docs/access.md tells how many previews may be guessed at', () => {
  const page = readFileSync(new URL('../../../docs/access.md', import.meta.url), 'utf8');
  const { times, seconds } = previewGuesses;
  expect(page).toContain(`| \`preview\` | ${times} | ${seconds / 60} minutes |`);
});

it('neighbours in one network of IPv6 are counted as one', async () => {
  const asked: unknown[] = [];
  const pool = {
    query: (_text: string, values: unknown[]) => {
      asked.push(values);
      return Promise.resolve({ rows: [{ wait: 7 }] });
    },
  };
  const guess = guessCounter(pool as never);
  expect(await guess('2001:db8::1')).toBe(7);
  await guess('2001:db8::2');
  expect(asked[0]).toEqual(asked[1]);
});
