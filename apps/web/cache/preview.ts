import type { Rendered } from './entry';
import { OverloadError } from './page-cache';
import { isErrorShell, isUnfinished, stripScripts } from './scripts';
import { securityHeaders } from './security-headers';

/** How many previews are made at the same time: whoever has a link must not take the site from its readers. */
const atOnce = 4;

/** The headers of a preview: kept by nobody, found by nobody, and its address told to nobody. */
export const privateHeaders: readonly string[] = [
  'content-type',
  'text/html; charset=utf-8',
  'cache-control',
  'private, no-store',
  'x-robots-tag',
  'noindex, nofollow, noarchive',
  ...securityHeaders.map((value, at) => (securityHeaders[at - 1] === 'referrer-policy' ? 'no-referrer' : value)),
];

/** Previews of unpublished revisions. They never meet the cache of rendered pages. */
export class Previews {
  private underway = 0;

  /** `render` asks the renderer for the preview of a token. */
  constructor(private readonly render: (token: string) => Promise<Rendered>) {}

  /** The page for whoever holds a token; null where the token does not work. Throws {@link OverloadError} when busy. */
  async page(token: string): Promise<Buffer | null> {
    if (this.underway >= atOnce) throw new OverloadError('too many previews are being made');
    this.underway += 1;
    try {
      const { status, body } = await this.render(token);
      const html = body.toString('utf8');
      if (status === 404) return null;
      if (status !== 200 || isErrorShell(html) || isUnfinished(html)) {
        throw new Error(`the renderer answered ${status} for a preview`);
      }
      return Buffer.from(stripScripts(html));
    } finally {
      this.underway -= 1;
    }
  }
}
