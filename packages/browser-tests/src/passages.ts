import type { Page } from 'playwright-core';

/** Selects words in the text that the evidence pane shows, as a person does: pressing at their beginning and drawing to their end. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const reading = page.getByRole('textbox', { name: /^Text of / });
  await reading.scrollIntoViewIfNeeded();
  const ends = await reading.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node as Text);
    const at = nodes
      .map(({ data }) => data)
      .join('')
      .indexOf(wanted);
    if (at < 0) throw new Error(`the text does not hold: ${wanted}`);
    const locate = (index: number): [Text, number] => {
      let passed = 0;
      for (const node of nodes) {
        if (index <= passed + node.data.length) return [node, index - passed];
        passed += node.data.length;
      }
      throw new Error('a place beyond the text');
    };
    const range = document.createRange();
    range.setStart(...locate(at));
    range.setEnd(...locate(at + wanted.length));
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
    const [first, last] = [rects[0], rects.at(-1)];
    if (first === undefined || last === undefined) throw new Error('the words are not on show');
    return {
      from: { x: first.left + 0.5, y: first.top + first.height / 2 },
      to: { x: last.right - 0.5, y: last.top + last.height / 2 },
    };
  }, words);
  await page.mouse.move(ends.from.x, ends.from.y);
  await page.mouse.down();
  await page.mouse.move(ends.to.x, ends.to.y, { steps: 8 });
  await page.mouse.up();
}

/** Goes to a field, selects words, and rests the field on them. */
export async function rest(page: Page, go: () => Promise<void>, words: string): Promise<void> {
  await go();
  await selectWords(page, words);
  await page.keyboard.press('c');
}

/** Picks a record by typing into the field of a name. */
export async function pick(page: Page, field: string | RegExp, typed: string, title: RegExp): Promise<void> {
  await typeInto(page, field, typed);
  await page.getByRole('listbox').getByRole('option', { name: title }).first().click();
}

/** Types into the field of a name that picks records, letter by letter, once it stands still on the screen. */
export async function typeInto(page: Page, field: string | RegExp, typed: string): Promise<void> {
  const box = page.getByRole('combobox', { name: field });
  await box.scrollIntoViewIfNeeded();
  await box.click();
  await box.pressSequentially(typed);
}
