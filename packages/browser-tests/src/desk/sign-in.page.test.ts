import { expect, inject, test } from 'vitest';
import { visits } from '../browser';

const { desk, link } = inject('product');
const { visitor, open } = visits(desk);

test('the link that the start prints signs in once, and only once', async () => {
  const administrator = await (await visitor()).newPage();
  await administrator.goto(link);
  await administrator.getByRole('button', { name: 'Sign in' }).click();
  await administrator.getByRole('heading', { name: 'Queue', level: 1 }).waitFor();

  const another = await (await visitor()).newPage();
  await another.goto(link);
  await another.getByRole('button', { name: 'Sign in' }).click();
  await another.getByRole('alert').getByText('This link does not work').waitFor();
  await another.goto('/');
  expect(new URL(another.url()).pathname).toBe('/sign-in');
});

test('nobody sees the desk without signing in', async () => {
  for (const path of ['/', '/?state=draft', '/records/prg_nothing']) {
    const page = await open(path);
    expect(new URL(page.url()).pathname, path).toBe('/sign-in');
  }
});
