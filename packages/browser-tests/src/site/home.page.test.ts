import { expect, inject, test } from 'vitest';
import { visits } from '../browser';

const { open } = visits(inject('product').site);

test('the home page opens with an assertion and its passage, and leads to what is new and what is contested', async () => {
  const page = await open('/');
  const specimen = page.getByRole('figure');
  expect(await specimen.locator('figcaption').innerText()).toContain('Supply of lethal weapons: excluded');
  expect(await specimen.locator('mark').innerText()).toBe(
    'Its terms leave out the supply of lethal weapons to Ukraine.',
  );

  const programme = page.locator('.prog-list > li').filter({ hasText: 'NATO–Ukraine cooperation programme, 2024' });
  expect(await programme.locator('.provision--excluded').innerText()).toBe('Supply of lethal weapons');
  expect(await programme.locator('.provision--silent').innerText()).toBe('1 not mentioned');
  const issue = page.getByRole('row', { name: 'The supply of lethal weapons' });
  expect(await issue.locator('.stance--opposes').innerText()).toBe('Hungary');
  await page.getByRole('heading', { name: 'Voluntary, and without lethal weapons' }).waitFor();
});

test('corrections come first among the changes, with what was said, what is said, and why', async () => {
  const page = await open('/changes');
  const correction = page
    .getByRole('region', { name: 'Corrections and withdrawals' })
    .getByRole('listitem')
    .filter({
      has: page.getByRole('heading', { name: 'NATO–Ukraine cooperation programme, 2024' }),
    });
  const scope = correction.locator('dd').filter({ hasText: 'Provision 1, scope' });
  expect(await scope.locator('del').innerText()).toBe('Not mentioned');
  expect(await scope.locator('ins').innerText()).toBe('Excluded');
  expect(await correction.innerText()).toContain('The source says outright that the terms leave them out');

  const log = page.getByRole('table', { name: /^Every published change/ });
  const oldest = log.locator('[id^="change-"]').last();
  await oldest.locator('summary').click();
  expect(await oldest.locator('dd').first().innerText()).toMatch(/^[0-9a-f]{64}$/);
});
