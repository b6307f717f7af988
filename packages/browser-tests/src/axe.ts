import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { atRest } from './at-rest';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds against WCAG 2.2 AA: a rule and the elements that break it, one line each. In the other colour scheme of
 * a page that was judged already nothing but the colours is another: `colours` looks at those alone.
 */
export async function faultsOf(page: Page, what: 'everything' | 'colours' = 'everything'): Promise<string[]> {
  // In the middle of a transition a colour is neither of the two that were designed.
  await atRest(page);
  const { violations } = await new AxeBuilder({ page })
    // No page here has frames, which are all that the other mode would look into, at the price of a second page.
    .setLegacyMode()
    .options({ runOnly: what === 'colours' ? ['color-contrast'] : tags, resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}
