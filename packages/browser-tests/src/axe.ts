import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { atRest } from './at-rest';

const program = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What WCAG 2.2 AA asks for, as axe marks its rules. */
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What the look of a page alone decides: its colours, and how large and how near its parts are. */
const colours = ['color-contrast', 'link-in-text-block'];
const sizes = ['target-size', 'scrollable-region-focusable'];

const judged = {
  everything: { runOnly: standard },
  looks: { runOnly: [...colours, ...sizes] },
  'everything but colours': {
    runOnly: standard,
    rules: Object.fromEntries(colours.map((rule) => [rule, { enabled: false }])),
  },
  sizes: { runOnly: sizes },
} satisfies Record<string, RunOptions>;
type Judged = keyof typeof judged;

/** What it leaves in a page. */
interface Loaded {
  axe: { run: (page: Document, options: RunOptions) => Promise<AxeResults> };
}

interface Look {
  width: 1440 | 390;
  scheme: 'light' | 'dark';
  what: Judged;
}

/**
 * What axe finds against WCAG 2.2 AA: a rule and the elements that break it, one line each. Where a page that
 * was judged already is seen again, narrower or in the dark, nothing but its look is another: `looks` judges that alone.
 */
export async function faultsOf(page: Page, what: Judged = 'everything'): Promise<string[]> {
  // In the middle of a transition a colour is neither of the two that were designed.
  await atRest(page);
  // It stays with the page: half a megabyte to read is half of what a judgement takes.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(program);
  return page.evaluate(async (options) => {
    const { axe } = globalThis as unknown as Loaded;
    // Judged where it is shown, without frames: our pages have none.
    const { violations } = await axe.run(document, { ...options, resultTypes: ['violations'], iframes: false });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target.join(' ')} ${failureSummary ?? ''}`),
    );
  }, judged[what] as RunOptions);
}

/** What axe finds on a page that is open, in every look that people may have it in, and whether it keeps within the screen. */
export const faultsAtEveryLook = (page: Page): Promise<string[]> =>
  faultsAt(page, [
    { width: 390, scheme: 'dark', what: 'looks' },
    { width: 390, scheme: 'light', what: 'looks' },
    { width: 1440, scheme: 'dark', what: 'looks' },
    { width: 1440, scheme: 'light', what: 'everything' },
  ]);

/** The same of a page that was judged in another language: its words are others, and longer; its colours are the same. */
export const faultsOfWords = (page: Page): Promise<string[]> =>
  faultsAt(page, [
    { width: 390, scheme: 'light', what: 'sizes' },
    { width: 1440, scheme: 'light', what: 'everything but colours' },
  ]);

/**
 * The faults of a page look by look, one line each. It is loaded once and then turned, because nothing but its style sheets
 * tells the looks apart, and is left in the last of them.
 */
async function faultsAt(page: Page, looks: readonly Look[]): Promise<string[]> {
  const found: string[] = [];
  for (const { width, scheme, what } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (beyond > 0) found.push(`${width} ${scheme}: reaches ${beyond} pixels beyond the screen`);
    found.push(...(await faultsOf(page, what)).map((fault) => `${width} ${scheme}: ${fault}`));
  }
  return found;
}
