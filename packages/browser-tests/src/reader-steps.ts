import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What somebody who reads the site does on the way of a record to its end. */
interface Reader {
  /** Finds the statement and the position, each with the passage that it rests on, word for word. */
  findsBoth: (statement: string, position: string) => Promise<void>;
  /** Is told of the correction, sees what was said and what is said, and reads the version before. */
  findsTheCorrection: (position: string, wasWrong: string) => Promise<void>;
  /** Finds the tombstone of the position with its reason, and the page as it stood before. */
  findsTheTombstone: (reason: string) => Promise<void>;
}

/** A reader of a record whose texts are those of the test that writes one from nothing. */
export function readerOf(page: Page, site: string): Reader {
  /** Opens a page until it shows something: the site hears of a publication a moment after it. */
  const openUntil = (path: string, shown: Locator) =>
    expect.poll(async () => (await page.goto(site + path)) && (await shown.count())).toBeGreaterThan(0);

  /** Opens a mark of the page whose card holds these words. */
  const readPassage = async (words: string) => {
    // The cards come with the scripts of the page.
    await page.waitForLoadState();
    const number = await page.locator('.notes > li', { hasText: words }).first().getAttribute('id');
    await page.locator(`main a.ev[href="#${number}"]`).first().click();
    const card = page.getByRole('dialog', { name: /^Evidence \d+$/ });
    expect(await card.locator('mark').innerText()).toBe(words);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
  };

  return {
    findsBoth: async (statement, position) => {
      await openUntil('/statements', page.getByRole('link', { name: statement }));
      await page.goto(site);
      await page.getByRole('link', { name: 'Statements', exact: true }).first().click();
      await page.getByRole('link', { name: statement }).first().click();
      await page.getByRole('heading', { level: 1 }).getByText(statement).waitFor();
      await readPassage('refused any quota on herring');
      await page.getByRole('link', { name: position }).first().click();
      await page.getByRole('heading', { name: position, level: 1 }).waitFor();
      await page.getByText('Refuses a quota on cod and herring.').first().waitFor();
      await readPassage('We will not sign a quota');
    },
    findsTheCorrection: async (position, wasWrong) => {
      await openUntil('/changes', page.getByText(wasWrong));
      await page.goto(`${site}/positions`);
      await page.getByRole('link', { name: position }).first().click();
      const notice = page.getByRole('complementary', { name: 'About this position' });
      await notice.getByRole('heading', { name: 'Correction on this page' }).waitFor();
      await notice.getByText(wasWrong).waitFor();
      await notice.getByRole('link', { name: 'See what changed' }).click();
      const summary = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Turn 1, summary' }) });
      expect((await summary.locator('del').innerText()).trim()).toBe('cod and');
      await page.getByRole('link', { name: 'Every version of this record' }).click();
      const history = page.getByRole('table', { name: 'Changes of this record, newest first' });
      await history.getByRole('row', { name: 'Version 1' }).waitFor();
      expect(await history.getByRole('rowheader').allInnerTexts()).toEqual(['Version 2', 'Version 1']);
      await history.getByRole('row', { name: 'Version 2' }).getByText(wasWrong).waitFor();
      await history.getByRole('link', { name: 'Version 1' }).click();
      await page.getByText('You are reading version 1').waitFor();
      await page.getByText('Refuses a quota on cod and herring.').first().waitFor();
    },
    findsTheTombstone: async (reason) => {
      const withdrawn = page.getByRole('link', { name: /withdrawn/i }).first();
      await openUntil('/changes', withdrawn);
      const answer = page.waitForResponse(
        (response) => response.request().isNavigationRequest() && response.status() === 410,
      );
      await withdrawn.click();
      await answer;
      await page.getByRole('heading', { name: 'This position was withdrawn' }).waitFor();
      await page.getByText(reason).waitFor();
      await page.getByRole('link', { name: 'The page as it stood before' }).click();
      await page.getByText('You are reading the record as it stood on').waitFor();
      await page.waitForURL(/\/at\/\d{14}\/positions\//);
      await page.getByText('Refuses a quota on herring').first().waitFor();
    },
  };
}
