import type { Page } from 'playwright-core';

/**
 * Brings what moves or fades on a page to its end; what breathes for ever is left alone. A style that has just changed starts
 * its transitions when they are asked for. No frame is waited for: a page that the browser does not show draws none.
 */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  });
}
