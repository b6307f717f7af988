import type { Page } from 'playwright-core';

/** Waits until what moves or fades on a page has come to its end; what breathes for ever is left alone. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // A style that has just changed starts its transition with the next frame.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}
