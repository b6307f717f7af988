import { expect, inject, test } from 'vitest';
import { visits } from '../browser';
import { recordPages } from './addresses';

const { open } = visits(inject('product').site);

test('a programme shows its nature, what is in it, and "excluded" apart from "not mentioned"', async () => {
  const page = await open(recordPages.programme);
  await page.getByRole('heading', { name: 'NATO–Ukraine cooperation programme, 2024', level: 1 }).waitFor();
  const nature = page.locator('.facts > div', { hasText: 'Nature' });
  expect(await nature.innerText()).toContain('Voluntary');
  expect(await nature.getByRole('link', { name: /^Evidence \d+\. Passage verified/ }).count()).toBe(1);

  const provision = (name: string) =>
    page
      .locator('.matrix')
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  const weapons = provision('Supply of lethal weapons');
  expect(await weapons.locator('.provision--excluded').innerText()).toBe('Excluded');
  expect(await weapons.getByRole('link', { name: /^Evidence \d+\./ }).count()).toBe(1);
  const budget = provision('Budget');
  expect(await budget.locator('.provision--silent').innerText()).toBe('Not mentioned');
  expect(await budget.getByRole('link', { name: 'No passage found. 1 source read in full' }).count()).toBe(1);
  for (const included of ['Military training', 'Security cooperation', 'Political cooperation']) {
    expect(await provision(included).locator('.provision--included').innerText(), included).toBe('Included');
    expect(await provision(included).locator('.force--voluntary').innerText(), included).toBe('Voluntary');
    expect(
      await provision(included)
        .getByRole('link', { name: /^Evidence \d+\./ })
        .count(),
    ).toBeGreaterThan(0);
  }

  const held = page.getByRole('table', { name: 'On each issue that the programme raises, who is on record' });
  const hungary = held.getByRole('row', { name: 'The supply of lethal weapons' });
  expect(await hungary.getByRole('rowheader').innerText()).toBe('Hungary');
  expect(await hungary.locator('.stance--opposes').innerText()).toBe('Opposes');
  expect(await hungary.getByRole('link', { name: /^Evidence \d+\./ }).count()).toBe(1);
});

test.each(Object.entries(recordPages).filter(([kind]) => kind !== 'source'))(
  'a page of the record (%s) rests on passages: each has its note, and at least one mark where it is used',
  async (_kind, address) => {
    const page = await open(address);
    const notes = await page.locator('.notes > li').evaluateAll((items) => items.map(({ id }) => `#${id}`));
    expect(notes.length).toBeGreaterThan(0);
    const marks = await page
      .locator('main a.ev:not(.ev--absent)')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect([...new Set(marks)].toSorted()).toEqual(notes.toSorted());
  },
);

test('every passage of a programme opens in its source at its place: lit, whole, and in view', async () => {
  const page = await open(recordPages.programme);
  const notes = await page.locator('.notes > li').evaluateAll((items) =>
    items.map((item) => ({
      quote: item.querySelector('q')?.textContent ?? '',
      href: item.querySelector('a[href*="#p-"]')?.getAttribute('href') ?? '',
    })),
  );
  expect(notes.length).toBeGreaterThan(5);
  for (const { quote, href } of notes) {
    await page.goto(href);
    const lit = await page.locator('mark:target').evaluate((mark) => {
      const words = mark.cloneNode(true) as Element;
      for (const number of words.querySelectorAll('sup')) number.remove();
      const { top, bottom } = mark.getBoundingClientRect();
      const colours = [mark, ...mark.querySelectorAll('mark')].map((each) => getComputedStyle(each).backgroundColor);
      const unlit = [...document.querySelectorAll('main mark')].find((each) => !each.closest(':target'));
      return {
        words: words.textContent,
        inView: top >= 0 && bottom <= innerHeight,
        colours: [...new Set(colours)],
        elsewhere: unlit === undefined ? null : getComputedStyle(unlit).backgroundColor,
      };
    });
    expect(lit.words).toBe(quote);
    expect(lit.inView, quote).toBe(true);
    expect(lit.colours, quote).toHaveLength(1);
    expect(lit.colours[0], quote).not.toBe(lit.elsewhere);
  }
});
