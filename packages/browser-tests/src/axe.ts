import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { atRest } from './at-rest';

/** What the look of a page alone decides: its colours, and how large and how near its parts are. */
const looks = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'];
type Judged = 'everything' | 'looks';

interface Look {
  width: 1440 | 390;
  scheme: 'light' | 'dark';
}

/** What is judged where a page is seen at several looks: everything at one of them, the look alone at the others. */
export const judgedAt = ({ width, scheme }: { width: number; scheme: string }): Judged =>
  width === 1440 && scheme === 'light' ? 'everything' : 'looks';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds against WCAG 2.2 AA: a rule and the elements that break it, one line each. Where a page that
 * was judged already is seen again, narrower or in the dark, nothing but its look is another: `looks` judges that alone.
 */
export async function faultsOf(page: Page, what: Judged = 'everything'): Promise<string[]> {
  // In the middle of a transition a colour is neither of the two that were designed.
  await atRest(page);
  const { violations } = await new AxeBuilder({ page })
    // Judged where it is shown: otherwise every judgement opens a second page, which takes as long again and serves only
    // frames of other origins. Our pages have none.
    .setLegacyMode()
    .options({ runOnly: what === 'looks' ? looks : tags, resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

const narrow: Look = { width: 390, scheme: 'light' };
const wide: Look = { width: 1440, scheme: 'light' };

/** What axe finds on a page that is open, in every look that people may have it in, and whether it keeps within the screen. */
export const faultsAtEveryLook = (page: Page): Promise<string[]> =>
  faultsAt(page, [{ width: 390, scheme: 'dark' }, narrow, { width: 1440, scheme: 'dark' }, wide]);

/** The same of a page that was judged in another language: its words are others, and longer; its colours are the same. */
export const faultsOfWords = (page: Page): Promise<string[]> => faultsAt(page, [narrow, wide]);

/**
 * The faults of a page look by look, one line each. It is loaded once and then turned, because nothing but its style sheets
 * tells the looks apart, and is left in the last of them.
 */
async function faultsAt(page: Page, looks: readonly Look[]): Promise<string[]> {
  const found: string[] = [];
  for (const look of looks) {
    const { width, scheme } = look;
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (beyond > 0) found.push(`${width} ${scheme}: reaches ${beyond} pixels beyond the screen`);
    found.push(...(await faultsOf(page, judgedAt(look))).map((fault) => `${width} ${scheme}: ${fault}`));
  }
  return found;
}
