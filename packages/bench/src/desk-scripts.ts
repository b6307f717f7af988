import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import type { DeskServer } from './desk-server';
import { endLater } from './endings';

/** A page, and what is there once all that it loads has run. */
export interface Screen {
  path: string;
  shows: string;
}

/**
 * The scripts that a browser loads to show each page, those that others load among them, compressed as a server in front
 * would, in kilobytes. Each page is opened by a browser that holds nothing yet.
 */
export async function loadedScripts(desk: DeskServer, screens: readonly Screen[]): Promise<number[]> {
  const executablePath = process.env['CHROMIUM'] || '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
  endLater(() => browser.close());
  const sizes: number[] = [];
  for (const { path, shows } of screens) {
    const context = await browser.newContext();
    // As cookies, not as a header: a header is not sent again where a page leads to another.
    await context.addCookies(
      desk.session.split('; ').map((cookie) => {
        const [name = '', ...value] = cookie.split('=');
        return { name, value: value.join('='), url: desk.origin };
      }),
    );
    const page = await context.newPage();
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (answer) => {
      if (answer.request().resourceType() === 'script') bodies.push(answer.body());
    });
    const answer = await page.goto(`${desk.origin}${path}`, { waitUntil: 'networkidle' });
    if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}`);
    // A quiet network alone says little on a busy machine: what comes late is asked for by scripts that have yet to run.
    await page.locator(shows).first().waitFor({ timeout: 60_000 });
    await page.waitForLoadState('networkidle');
    const loaded = await Promise.all(bodies);
    if (loaded.length === 0) throw new Error(`${path} loaded no script`);
    sizes.push(loaded.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000);
    await context.close();
  }
  return sizes;
}
