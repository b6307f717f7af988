import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';

/** How many stops there may be between two places of a page. */
const mostStops = 120;

/** Goes to something by the Tab key, as somebody without a mouse does. Fails where it cannot be reached so. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stops = 0; stops < mostStops; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  expect.unreachable(`the Tab key does not reach ${target.toString()}`);
}

/** Chooses from a list by typing the beginning of a choice. */
export async function chooseByTyping(page: Page, list: Locator, choice: string): Promise<void> {
  await tabTo(page, list);
  await page.keyboard.type(choice);
  await expect
    .poll(() => list.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.label))
    .toBe(choice);
}
