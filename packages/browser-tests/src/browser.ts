import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launch } from './chromium';

/** How somebody looks at a page. */
interface Look {
  width?: 1440 | 390;
  scheme?: 'light' | 'dark';
  javaScript?: boolean;
}

/** One Chromium for a test file. */
export interface Visits {
  /**
   * Opens an address in a context of its own, as a first visit; it is closed after the test. The test fails where a page
   * throws, is refused something by its own policy, or asks any other host for anything.
   */
  open: (path: string, look?: Look) => Promise<Page>;
  /** A context without a page, for somebody who stays signed in over several. */
  visitor: (look?: Look) => Promise<BrowserContext>;
}

let networks = 0;
/** An address in a network that nobody else comes from. */
function ownNetwork(): string {
  networks += 1;
  const [high, low] = [process.pid & 0xffff, ((process.pid >> 16) << 10) | networks];
  return `2001:db8:${high.toString(16)}:${low.toString(16)}::1`;
}

/** Starts a Chromium for this file's tests and ends it after them. Paths are those of `origin`, asked for at each visit. */
export function visits(origin: string | (() => string)): Visits {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];
  // Tries are limited by where they come from: what one file tries must not be held against another.
  const address = ownNetwork();
  beforeAll(async () => {
    browser = await launch();
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(complaints.splice(0), 'what pages complained about').toEqual([]);
  });
  afterAll(() => browser.close());

  const visitor: Visits['visitor'] = async ({ width = 1440, scheme = 'light', javaScript = true } = {}) => {
    const context = await browser.newContext({
      baseURL: typeof origin === 'string' ? origin : origin(),
      viewport: { width, height: 900 },
      colorScheme: scheme,
      javaScriptEnabled: javaScript,
      locale: 'en-GB',
      timezoneId: 'UTC',
      extraHTTPHeaders: { 'x-forwarded-for': address },
    });
    contexts.push(context);
    context.on('page', (page) => listen(page, complaints));
    return context;
  };
  return {
    visitor,
    open: async (path, look) => {
      const page = await (await visitor(look)).newPage();
      await page.goto(path);
      return page;
    },
  };
}

function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    // That an answer is a 404 or a 410 is said by its status; what is left are faults of the page.
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
    complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:$/.test(protocol) && !['127.0.0.1', 'localhost'].includes(hostname))
      complaints.push(`asked for ${request.url()}`);
  });
}
