import type { Page } from 'playwright-core';

/** Waits until a page of the desk heeds what is done on it: before its scripts run, keys and choices may be lost on it. */
export const awake = (page: Page): Promise<void> => page.locator('html[data-single-keys]').waitFor();
