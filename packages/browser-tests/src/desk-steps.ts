import type { Page } from 'playwright-core';

/** Opens the editor of a new record, by the queue. */
export async function newRecord(page: Page, kind: string): Promise<void> {
  await page.getByRole('link', { name: 'Queue' }).click();
  await page.locator('summary', { hasText: 'New record' }).click();
  await page.getByRole('link', { name: kind, exact: true }).click();
  await page.getByText(/^Before this can go to review/).waitFor();
}

/** Hands in what is open in the editor. */
export async function sendToReview(page: Page): Promise<void> {
  await page.getByText('Ready for review').waitFor();
  await page.getByRole('button', { name: 'Send to review' }).click();
  await page.getByRole('status').getByText('Handed in for review.').waitFor();
}

/** Opens a record from the list of its kind. */
export async function openRecord(page: Page, kind: string, title: string | RegExp): Promise<void> {
  await page.getByRole('link', { name: kind, exact: true }).click();
  await page.getByRole('row', { name: title }).getByRole('link', { name: title }).click();
}
